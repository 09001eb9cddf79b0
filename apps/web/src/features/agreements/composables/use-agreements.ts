import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { AgreementDocument, AgreementListDocument, type AgreementQuery } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';

export type Agreement = NonNullable<AgreementQuery['agreement']>;
export type AgreementVersion = Agreement['versions'][number];

/** One page of the register. */
export const useAgreementList = (after: MaybeRefOrGetter<string | undefined>) => {
  const query = useQuery({
    queryKey: ['agreements', computed(() => toValue(after))],
    queryFn: ({ signal }) =>
      request(AgreementListDocument, { first: 25, after: toValue(after) ?? null }, signal),
  });
  return { ...query, connection: computed(() => query.data.value?.agreements) };
};

/** One agreement with its versions. */
export const useAgreement = (id: MaybeRefOrGetter<string>) => {
  const query = useQuery({
    queryKey: ['agreement', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(AgreementDocument, { id: toValue(id) }, signal),
  });
  return { ...query, agreement: computed(() => query.data.value?.agreement ?? null) };
};
