import { useQueryClient } from '@tanstack/vue-query';
import { useDebounceFn } from '@vueuse/core';
import { computed, onScopeDispose, watch } from 'vue';
import { useChanges } from '../../shared/live/changes-store';
import { useSession } from '../../shared/session/session-store';
import { useRooms } from './use-rooms';

/** The first page is drawn before the connection is asked for. */
const START_AFTER_MS = 1_500;
/** Several changes at once make counts ask once. */
const SETTLE_MS = 400;
/** Refused: too many pages are open, or the session ended. Later it may be otherwise. */
const LATER_MS = 5 * 60_000;

/** Counts follow by themselves: nobody is reading the place where they stand. */
const useFreshCounts = (): void => {
  const changes = useChanges();
  const queries = useQueryClient();
  const recount = useDebounceFn(() => {
    for (const key of ['queue-counts', 'unseen-notices', 'notices'])
      void queries.invalidateQueries({ queryKey: [key] });
  }, SETTLE_MS);
  onScopeDispose(
    changes.listen(({ kind }) => {
      if (kind !== 'DRAFT_SAVED') void recount();
    }),
  );
};

/**
 * Keeps the connection for live changes while somebody who works on cases is signed in. Its code is loaded when it is
 * first needed; whatever goes wrong with it, the pages go on asking from time to time.
 */
export const useLiveChanges = (): void => {
  useFreshCounts();
  const session = useSession();
  const changes = useChanges();
  const { rooms } = useRooms();
  let stop: (() => void) | null = null;
  let timer: number | undefined;

  const end = (): void => {
    window.clearTimeout(timer);
    // Code that is still being loaded sees by this that it is not wanted any more.
    timer = undefined;
    stop?.();
    stop = null;
    changes.broken();
  };

  const refused = (): void => {
    end();
    later(LATER_MS);
  };

  const begin = async (mine: number | undefined): Promise<void> => {
    const { connectChanges } = await import('../../shared/live/connect');
    if (timer !== mine || stop !== null) return;
    stop = connectChanges({
      onChange: changes.hear,
      onOpen: changes.opened,
      onBroken: changes.broken,
      onRefused: refused,
    });
  };

  const later = (ms: number): void => {
    const mine = window.setTimeout(() => void begin(mine).catch(() => undefined), ms);
    timer = mine;
  };

  const listens = computed(() =>
    session.isFull && !session.lost && rooms.value.some(({ id }) => id === 'exchanges')
      ? (session.viewer?.actingUnit.id ?? null)
      : null,
  );
  watch(
    listens,
    (unit) => {
      end();
      changes.reset();
      if (unit !== null) later(START_AFTER_MS);
    },
    { immediate: true },
  );
  onScopeDispose(end);
};
