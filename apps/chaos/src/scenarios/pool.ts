import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '../history/facts';
import type { Postgres } from '../servers/postgres';
import type { Scenario } from './scenario';
import { checkBack, whileWorking, type Working } from './working';

const PATIENCE_MS = 30_000;
const HELD_MS = 3_000;
const BACK_MS = 5_000;
/** Waiting for a connection may happen twice in a request: for the session, and for the act. */
const LONGEST_REFUSAL_MS = 4_000;

/** Whoever got no connection was told to come back, and nobody waited for ever. */
const checkRefusals = ({ record }: Working, from: number, to: number): readonly Problem[] => {
  const rule = 'the service says that it is away, and soon';
  const refused = record.within(from, to).filter(({ status }) => status === 503);
  const bad = refused.filter((one) => !one.retryAfter || one.to - one.from > LONGEST_REFUSAL_MS);
  return [
    ...(refused.length === 0
      ? [{ rule, detail: 'no request was ever refused: the pool was not exhausted' } as const]
      : []),
    ...(bad.length > 0
      ? [{ rule, detail: `${bad.length} refusals were late or without Retry-After` } as const]
      : []),
  ];
};

const exhaust = async (postgres: Postgres, working: Working) => {
  const { house, work, fault, record } = working;
  await work(20, PATIENCE_MS);
  fault('every connection waits for a lock');
  const from = performance.now();
  await postgres.ask(house.database, async (client) => {
    await client.query('begin');
    await client.query('lock table idempotency_key in access exclusive mode');
    await sleep(HELD_MS);
    await client.query('rollback');
  });
  const to = performance.now();
  const back = await work(10, PATIENCE_MS);
  return {
    problems: [...checkRefusals(working, from, to), ...checkBack('after the lock was gone', back, BACK_MS)],
    figures: {
      'answers while all waited': record.within(from, to).length,
      'ms the longest wait took': record.longest(from, to),
      'ms until it worked again': back ?? -1,
    },
  };
};

/** Two connections, both waiting for a lock somebody else holds, and many clients. */
export const pool: Scenario = {
  name: 'pool',
  title:
    'who gets no connection is told to come back, and a process whose pool was exhausted recovers by itself',
  file: 'apps/chaos/src/scenarios/pool.ts',
  alone: false,
  run: (stage) =>
    whileWorking(stage, { name: 'pool', webs: 1, clients: 16, env: { DATABASE_POOL: '2' } }, (working) =>
      exhaust(stage.postgres, working),
    ),
};
