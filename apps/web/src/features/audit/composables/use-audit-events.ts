import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { AuditEventsDocument, type AuditEventsQueryVariables } from '../../../gql/graphql';
import { request } from '../../../shared/graphql/request';

/** One page of the audit log, newest first. */
export const useAuditEvents = (variables: MaybeRefOrGetter<AuditEventsQueryVariables>) => {
  const query = useQuery({
    queryKey: ['audit-events', computed(() => toValue(variables))],
    queryFn: ({ signal }) => request(AuditEventsDocument, toValue(variables), signal),
    placeholderData: keepPreviousData,
  });
  return { ...query, connection: computed(() => query.data.value?.auditEvents) };
};
