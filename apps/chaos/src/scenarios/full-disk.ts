import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '../history/facts';
import type { Postgres } from '../servers/postgres';
import type { Scenario } from './scenario';
import { checkBack, whileWorking, type Working } from './working';

const PATIENCE_MS = 30_000;
const FULL_MS = 5_000;
const BACK_MS = 5_000;
/**
 * The largest file of the server, in the shell's blocks of 512 or 1024 bytes: a log segment of 16 MB must fit, the
 * table below must not.
 */
const LARGEST_FILE = 40_000;
const FILLING_ROWS = 26_000;

/** Makes the trail larger than any file may be, so that not one event more fits in. */
const FILL = `insert into audit_event (id, at, action, outcome, actor_kind, body)
  select gen_random_uuid(), now(), 'chaos.fill', 'ALLOWED', 'system',
    (select string_agg(md5(n::text || k::text), '') from generate_series(1, 56) k)
  from generate_series(1, $1::int) n`;

const fillUp = async (postgres: Postgres, { house, log, work, fault }: Working) => {
  await work(20, PATIENCE_MS);
  await postgres.ask(house.database, async (client) => {
    await client.query(FILL, [FILLING_ROWS]);
    await client.query('checkpoint');
  });
  fault('the disk is full');
  // Stopped in order: a recovery would have to write what lies beyond the limit.
  await postgres.stop();
  await postgres.start(LARGEST_FILE);
  // The last page may still take a few events.
  await sleep(FULL_MS);
  const before = log.acknowledged;
  await sleep(FULL_MS);
  const done = log.acknowledged - before;
  await postgres.kill();
  await postgres.start();
  const back = await work(10, PATIENCE_MS);
  const unrecorded: readonly Problem[] =
    done === 0
      ? []
      : [{ rule: 'moves, audit and outbox are the same', detail: `${done} acts were done without an event` }];
  return {
    problems: [...unrecorded, ...checkBack('after there was room again', back, BACK_MS)],
    figures: { 'ms until it worked again': back ?? -1 },
  };
};

/**
 * There is no room for the audit trail any more. A file-size limit does what a full disk does, without rights that an
 * ordinary account has not: the server cannot extend the table, and nothing else is touched.
 */
export const fullDisk: Scenario = {
  name: 'full-disk',
  title:
    'no event, no act: with no room for the audit trail nothing is done, nothing is lost, and work goes on after',
  file: 'apps/chaos/src/scenarios/full-disk.ts',
  alone: true,
  run: (stage) =>
    whileWorking(stage, { name: 'full-disk', webs: 1 }, (working) => fillUp(stage.postgres, working)),
};
