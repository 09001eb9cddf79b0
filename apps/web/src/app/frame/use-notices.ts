import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import { MarkNoticesSeenDocument, NoticesDocument, UnseenNoticesDocument } from '../../gql/graphql';
import { newKey } from '../../shared/acts/new-key';
import { request } from '../../shared/graphql/request';
import { useSession } from '../../shared/session/session-store';

/** What the other side did lately; opening the list marks it as seen for the whole unit. */
export const useNotices = () => {
  const session = useSession();
  const queries = useQueryClient();
  const open = ref(false);

  const unseen = useQuery({
    queryKey: ['unseen-notices', computed(() => session.viewer?.actingUnit.id)],
    queryFn: ({ signal }) => request(UnseenNoticesDocument, undefined, signal),
    refetchInterval: 120_000,
  });
  const list = useQuery({
    queryKey: ['notices', computed(() => session.viewer?.actingUnit.id)],
    queryFn: ({ signal }) => request(NoticesDocument, { first: 8 }, signal),
    enabled: open,
  });
  const notices = computed(() => list.data.value?.notices.nodes ?? []);

  /** Everything up to the newest notice shown was seen; one that came meanwhile stays new. */
  const markSeen = async (): Promise<void> => {
    const upTo = notices.value[0]?.at;
    if (upTo === undefined || !notices.value.some(({ seenAt }) => !seenAt)) return;
    await request(MarkNoticesSeenDocument, { input: { upTo, idempotencyKey: newKey() } });
    await queries.invalidateQueries({ queryKey: ['unseen-notices'] });
  };

  return {
    open,
    notices,
    isPending: list.isPending,
    error: list.error,
    refetch: list.refetch,
    unseen: computed(() => unseen.data.value?.unseenNotices ?? null),
    markSeen,
  };
};
