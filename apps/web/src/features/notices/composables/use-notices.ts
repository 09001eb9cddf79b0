import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  MarkNoticesSeenDocument,
  MarkNoticesUnseenDocument,
  NoticesDocument,
  UnseenNoticesDocument,
  type NoticesQueryVariables,
} from '../../../gql/graphql';
import { useAct } from '../../../shared/acts/use-act';
import { request } from '../../../shared/graphql/request';
import { useSession } from '../../../shared/session/session-store';

/** How many notices nobody of the unit has seen; asked again from time to time. */
export const useUnseenNotices = () => {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['unseen-notices', computed(() => session.viewer?.actingUnit.id)],
    queryFn: ({ signal }) => request(UnseenNoticesDocument, undefined, signal),
    refetchInterval: 120_000,
  });
  return computed(() => data.value?.unseenNotices ?? null);
};

/** One page of notices; asked for while `enabled`. */
export const useNotices = (
  variables: MaybeRefOrGetter<NoticesQueryVariables>,
  enabled: MaybeRefOrGetter<boolean> = true,
) => {
  const session = useSession();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['notices', computed(() => session.viewer?.actingUnit.id), computed(() => toValue(variables))],
    queryFn: ({ signal }) => request(NoticesDocument, toValue(variables), signal),
    enabled: computed(() => toValue(enabled)),
    placeholderData: keepPreviousData,
  });
  return {
    notices: computed(() => data.value?.notices.nodes ?? []),
    pageInfo: computed(() => data.value?.notices.pageInfo),
    ...{ isPending, error, refetch },
  };
};

/** What was marked last, so that it can be taken back. */
export interface Marked {
  readonly count: number;
  /** The notices named, or the instant all of them were marked at. */
  readonly what: { readonly ids: readonly string[] } | { readonly seenAt: string };
}

/** Marking notices as seen for the whole unit, and taking it back. */
export const useNoticeActs = () => {
  const queries = useQueryClient();
  const askAgain = async (): Promise<void> => {
    await Promise.all(
      ['unseen-notices', 'notices'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };

  const markOne = useAct(async ({ id }: { id: string }, idempotencyKey): Promise<Marked> => {
    const { markNoticesSeen } = await request(MarkNoticesSeenDocument, {
      input: { ids: [id], idempotencyKey },
    });
    await askAgain();
    return { count: markNoticesSeen, what: { ids: [id] } };
  });

  /** Everything up to the newest notice that is known here; one that came meanwhile stays new. */
  const markAll = useAct(async (_input: object, idempotencyKey): Promise<Marked | null> => {
    const newest = (await request(NoticesDocument, { first: 1 })).notices.nodes[0];
    if (!newest) return null;
    const { markNoticesSeen } = await request(MarkNoticesSeenDocument, {
      input: { upTo: newest.at, idempotencyKey },
    });
    const [marked] = (await request(NoticesDocument, { first: 1 })).notices.nodes;
    await askAgain();
    const seenAt = marked?.seenAt ?? null;
    return seenAt === null || markNoticesSeen === 0 ? null : { count: markNoticesSeen, what: { seenAt } };
  });

  const takeBack = useAct(async ({ what }: Pick<Marked, 'what'>, idempotencyKey): Promise<true> => {
    const choice = 'ids' in what ? { ids: [...what.ids] } : what;
    await request(MarkNoticesUnseenDocument, { input: { ...choice, idempotencyKey } });
    await askAgain();
    return true;
  });

  return { markOne, markAll, takeBack };
};
