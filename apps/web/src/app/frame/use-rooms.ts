import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { QueueCountDocument } from '../../gql/graphql';
import type { Room } from '../../shared/feature/feature';
import { request } from '../../shared/graphql/request';
import { useFormat } from '../../shared/i18n/use-format';
import { useSession } from '../../shared/session/session-store';
import { FEATURES } from '../features';

const ALL_ROOMS: readonly Room[] = FEATURES.flatMap((feature) => feature.rooms);

/** The rooms this reader may enter, with the count of what waits in the first. */
export const useRooms = () => {
  const session = useSession();
  const format = useFormat();
  const rooms = computed(() => ALL_ROOMS.filter((room) => session.hasRole(room.roles)));
  const countsWork = computed(() => session.isFull && rooms.value.some(({ id }) => id === 'work'));

  const { data } = useQuery({
    queryKey: ['queue-counts', 'needs-me', computed(() => session.viewer?.actingUnit.id)],
    queryFn: ({ signal }) => request(QueueCountDocument, undefined, signal),
    enabled: countsWork,
    refetchInterval: 120_000,
  });

  const waiting = computed(() => {
    const count = data.value?.exchangeQueueCounts.needsMe;
    return count && count.value > 0 ? { text: format.count(count), n: count.value } : null;
  });
  return { rooms, waiting };
};
