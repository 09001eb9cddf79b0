import { checkHistory } from '../history/check';
import { productEngine } from '../history/engine';
import type { Facts, Problem } from '../history/facts';
import { type HistoryLog, settle } from '../history/log';
import { filesWaiting, readFacts, signalsWaiting } from '../history/read-facts';
import { until } from '../servers/patience';
import type { Postgres } from '../servers/postgres';

const DELIVERY_PATIENCE_MS = 30_000;
/** A file whose process was killed before it was judged waits for the job of the next minute. */
const QUARANTINE_PATIENCE_MS = 90_000;

const readHealed = async (
  postgres: Postgres,
  database: string,
  collect: () => Promise<void>,
): Promise<Facts> => {
  // What is never delivered is the checker's to report, not ours to fail on.
  await until('the delivery of all signals', DELIVERY_PATIENCE_MS, () =>
    postgres.ask(database, async (client) => (await signalsWaiting(client)) === 0),
  ).catch(() => undefined);
  await until('the end of the quarantine', QUARANTINE_PATIENCE_MS, () =>
    postgres.ask(database, async (client) => (await filesWaiting(client)) === 0),
  ).catch(() => undefined);
  await collect();
  return postgres.ask(database, readFacts);
};

/**
 * Reads the primary once all is healed, and holds the history against it.
 * @param collect reads every acknowledged file again, through the product
 */
export const judge = async (
  postgres: Postgres,
  database: string,
  log: HistoryLog,
  collect: () => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly problems: readonly Problem[]; readonly figures: Readonly<Record<string, number>> }> => {
  const facts = await readHealed(postgres, database, collect);
  const ends = settle(log.events);
  const count = (type: string): number => ends.filter(({ end }) => end.type === type).length;
  return {
    problems: checkHistory(productEngine(), log.events, facts),
    figures: {
      acknowledged: count('ok'),
      refused: count('fail'),
      unsettled: count('unknown'),
      'tries without an answer': log.events.filter(({ type }) => type === 'unknown').length,
      'files acknowledged': log.events.filter(({ type }) => type === 'attached').length,
      reads: log.events.filter(({ type }) => type === 'read').length,
      faults: log.events.filter(({ type }) => type === 'fault').length,
    },
  };
};
