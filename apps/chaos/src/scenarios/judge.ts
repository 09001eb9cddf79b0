import { checkHistory } from '../history/check';
import { productEngine } from '../history/engine';
import type { Facts, Problem } from '../history/facts';
import { type HistoryLog, settle } from '../history/log';
import { readFacts, signalsWaiting } from '../history/read-facts';
import { until } from '../servers/patience';
import type { Postgres } from '../servers/postgres';

const DELIVERY_PATIENCE_MS = 30_000;

const readHealed = async (postgres: Postgres, database: string): Promise<Facts> => {
  // What is never delivered is the checker's to report, not ours to fail on.
  await until('the delivery of all signals', DELIVERY_PATIENCE_MS, () =>
    postgres.ask(database, async (client) => (await signalsWaiting(client)) === 0),
  ).catch(() => undefined);
  return postgres.ask(database, readFacts);
};

/** Reads the primary once all is healed, and holds the history against it. */
export const judge = async (
  postgres: Postgres,
  database: string,
  log: HistoryLog,
): Promise<{ readonly problems: readonly Problem[]; readonly figures: Readonly<Record<string, number>> }> => {
  const facts = await readHealed(postgres, database);
  const ends = settle(log.events);
  const count = (type: string): number => ends.filter(({ end }) => end.type === type).length;
  return {
    problems: checkHistory(productEngine(), log.events, facts),
    figures: {
      acknowledged: count('ok'),
      refused: count('fail'),
      unsettled: count('unknown'),
      'tries without an answer': log.events.filter(({ type }) => type === 'unknown').length,
      reads: log.events.filter(({ type }) => type === 'read').length,
      faults: log.events.filter(({ type }) => type === 'fault').length,
    },
  };
};
