import type { HistoryEvent } from '../events';
import type { Problem } from '../facts';

/**
 * A session that has seen a version, by reading or by an acknowledgement, never sees an older one afterwards. What
 * counts is what it had seen when it asked: answers may overtake each other on the way.
 */
export const checkSessions = (events: readonly HistoryEvent[]): readonly Problem[] => {
  const seen = new Map<string, number>();
  const floors = new Map<number, number>();
  const problems: Problem[] = [];
  const see = (name: string, version: number): void => {
    seen.set(name, Math.max(seen.get(name) ?? 0, version));
  };
  for (const event of events) {
    if (event.type === 'ok') see(`${event.session} ${event.exchange}`, event.version);
    if (event.type === 'ask') floors.set(event.read, seen.get(`${event.session} ${event.exchange}`) ?? 0);
    if (event.type !== 'read') continue;
    const floor = floors.get(event.read) ?? 0;
    if (event.version < floor)
      problems.push({
        rule: 'sessions never read backwards',
        detail: `${event.session} knew version ${floor} of ${event.exchange} and was told ${event.version}`,
      });
    see(`${event.session} ${event.exchange}`, event.version);
  }
  return problems;
};
