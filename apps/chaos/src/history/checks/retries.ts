import type { HistoryEvent } from '../events';
import type { Problem } from '../facts';
import { groupBy } from '../grouping';

/** A client whose request broke sends it once more, and that must be enough. */
export const checkRetries = (events: readonly HistoryEvent[]): readonly Problem[] => {
  const broken = events.filter((event) => event.type === 'unknown');
  return [...groupBy(broken, ({ key }) => key)]
    .filter(([, group]) => group.length > 1)
    .map(([key, group]) => ({
      rule: 'one retry is enough',
      detail: `${key} failed ${group.length} times: ${group.map(({ why }) => why).join('; ')}`,
    }));
};
