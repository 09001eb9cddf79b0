import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@soc-coop/testing';
import { Crowd, makeCrew } from '../clients/crowd';
import { planKills, type PlannedKill, type Victim, VICTIMS } from '../faults/plan';
import { HistoryLog } from '../history/log';
import { until } from '../servers/patience';
import type { Postgres } from '../servers/postgres';
import { judge } from './judge';
import type { Ending } from './scenario';
import { type House, openHouse, type Stage } from './stage';

const CLIENTS = 8;
const MANNERS = { hangsUp: 0.12, sendsTwice: 0.08 };
/** A kill comes at last after this long, however few operations a loaded machine has done by then. */
const LONGEST_WAIT_MS = 6_000;
const SETTLING_MS = 30_000;

/** A run of random kills. */
export interface KillRun {
  readonly name: string;
  /** No kill begins later than this; at least `leastKills` happen. */
  readonly seconds: number;
  readonly leastKills: number;
  readonly victims?: readonly Victim[];
  readonly webs?: number;
  /** Loaded before the product in each of its processes. */
  readonly preload?: string;
  /** Weakens the database of the run, before the product starts. */
  readonly sabotage?: (postgres: Postgres, database: string) => Promise<void>;
}

const strike = async (
  { victim, deadMs }: PlannedKill,
  { webs, worker }: House,
  postgres: Postgres,
): Promise<void> => {
  if (victim === 'postgres') {
    await postgres.kill();
    await sleep(deadMs);
    return postgres.start();
  }
  const dead = victim === 'worker' ? [worker] : webs;
  await Promise.all(dead.map((api) => api.kill()));
  await sleep(deadMs);
  await Promise.all(dead.map((api) => api.start()));
};

const waitForWork = async (log: HistoryLog, operations: number): Promise<void> => {
  const wanted = log.acknowledged + operations;
  await until('work', LONGEST_WAIT_MS, () => log.acknowledged >= wanted, 5).catch(() => undefined);
};

/** Lets clients work while one thing after the other is killed, heals, settles and judges. */
export const runKills = async (stage: Stage, run: KillRun): Promise<Ending> => {
  const { settings, postgres } = stage;
  const random = seededRandom(settings.seed);
  const house = await openHouse(stage, {
    name: run.name,
    webs: run.webs ?? 1,
    ...(run.preload === undefined ? {} : { preload: run.preload }),
  });
  try {
    await run.sabotage?.(postgres, house.database);
    const log = new HistoryLog(join(settings.home, `${run.name}.jsonl`));
    const crowd = new Crowd(await makeCrew(house.portOf), log, random, {
      clients: CLIENTS,
      manners: MANNERS,
    });
    const end = performance.now() + run.seconds * 1000;
    let kills = 0;
    for (const kill of planKills(random, run.victims ?? VICTIMS)) {
      if (kills >= run.leastKills && performance.now() > end) break;
      await waitForWork(log, kill.afterOperations);
      log.add({ type: 'fault', what: `kill -9 of ${kill.victim}` });
      await strike(kill, house, postgres);
      kills += 1;
    }
    await waitForWork(log, 10);
    await crowd.settle(SETTLING_MS);
    return await judge(postgres, house.database, log, () => crowd.collect());
  } finally {
    await house.close();
  }
};
