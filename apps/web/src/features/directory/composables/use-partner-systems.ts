import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  ChangePartnerSystemKeyDocument,
  PartnerSystemDocument,
  PartnerSystemsDocument,
  RegisterPartnerSystemDocument,
  SwitchPartnerSystemDocument,
  type ChangePartnerSystemKeyInput,
  type RegisterPartnerSystemInput,
  type SwitchPartnerSystemInput,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';

type Plain<Input> = Omit<Input, 'idempotencyKey'>;

/** One page of the partner systems of the administrator's country. */
export const usePartnerSystems = (after: MaybeRefOrGetter<string | undefined>) => {
  const query = useQuery({
    queryKey: ['partner-systems', computed(() => toValue(after))],
    queryFn: ({ signal }) => {
      const cursor = toValue(after);
      return request(PartnerSystemsDocument, { first: 25, ...(cursor && { after: cursor }) }, signal);
    },
    placeholderData: keepPreviousData,
  });
  return { ...query, connection: computed(() => query.data.value?.partnerSystems) };
};

export const usePartnerSystem = (id: MaybeRefOrGetter<string>) => {
  const query = useQuery({
    queryKey: ['partner-system', computed(() => toValue(id))],
    queryFn: ({ signal }) => request(PartnerSystemDocument, { id: toValue(id) }, signal),
  });
  return { ...query, system: computed(() => query.data.value?.partnerSystem ?? null) };
};

/** Registering a system, changing its key, switching it off; lists and the system ask again afterwards. */
export const usePartnerSystemActs = () => {
  const queries = useQueryClient();
  const refresh = async (): Promise<void> => {
    await Promise.all(
      ['partner-systems', 'partner-system'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };
  return {
    register: useAct(async (input: Plain<RegisterPartnerSystemInput>, idempotencyKey) => {
      const answer = await request(RegisterPartnerSystemDocument, { input: { ...input, idempotencyKey } });
      await refresh();
      return answer.registerPartnerSystem;
    }),
    changeKey: useAct(async (input: Plain<ChangePartnerSystemKeyInput>, idempotencyKey) => {
      const answer = await request(ChangePartnerSystemKeyDocument, { input: { ...input, idempotencyKey } });
      await refresh();
      return answer.changePartnerSystemKey;
    }),
    turn: useAct(async (input: Plain<SwitchPartnerSystemInput>, idempotencyKey) => {
      const answer = await request(SwitchPartnerSystemDocument, { input: { ...input, idempotencyKey } });
      await refresh();
      return answer.switchPartnerSystem;
    }),
  };
};
