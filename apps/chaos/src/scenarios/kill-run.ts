import { join } from 'node:path';
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SeededRandom, seededRandom } from '@soc-coop/testing';
import { Crowd, makeCrew } from '../clients/crowd';
import { planKills, type PlannedKill, type Victim, VICTIMS } from '../faults/plan';
import { askForJobs, press, workToday } from '../faults/reminders';
import { HistoryLog } from '../history/log';
import { until } from '../servers/patience';
import type { Postgres } from '../servers/postgres';
import { judge } from './judge';
import type { Ending } from './scenario';
import { type House, type HouseOrder, openHouse, type Stage } from './stage';

const CLIENTS = 8;
const MANNERS = { hangsUp: 0.12, sendsTwice: 0.08 };
/** A kill comes at last after this long, and so much for each operation, however few a loaded machine has done. */
const LONGEST_WAIT_MS = 6_000;
const WAIT_PER_OPERATION_MS = 60;
const FEW = 40;
const SETTLING_MS = 30_000;

/** A run of random kills. */
export interface KillRun {
  readonly name: string;
  /** No kill begins later than this; at least `leastKills` happen. */
  readonly seconds: number;
  readonly leastKills: number;
  readonly victims?: readonly Victim[];
  readonly webs?: number;
  /** Brings deadlines near before each kill and has them told while the worker is killed. */
  readonly reminds?: boolean;
  /** Lets many operations pass between some kills. */
  readonly far?: boolean;
  /** Loaded before the product in each of its processes. */
  readonly preload?: string;
  /** Weakens the database of the run, before the product starts. */
  readonly sabotage?: (postgres: Postgres, database: string) => Promise<void>;
  /** Takes back what of that the whole server has. */
  readonly repair?: (postgres: Postgres) => Promise<void>;
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
  const dead = victim === 'worker' && worker !== null ? [worker] : webs;
  await Promise.all(dead.map((api) => api.kill()));
  await sleep(deadMs);
  await Promise.all(dead.map((api) => api.start()));
};

/** Several at once: whoever is killed in the middle leaves the rest to the next. */
const remind = async (client: pg.Client): Promise<void> => {
  await workToday(client);
  await press(client);
  await askForJobs(client, ['escalation'], 2);
};

const waitForWork = async (log: HistoryLog, operations: number): Promise<void> => {
  const wanted = log.acknowledged + operations;
  const longest = LONGEST_WAIT_MS + (operations > FEW ? operations * WAIT_PER_OPERATION_MS : 0);
  await until('work', longest, () => log.acknowledged >= wanted, 5).catch(() => undefined);
};

const victimsOf = ({ victims = VICTIMS }: KillRun): readonly Victim[] => victims;

const orderOf = (run: KillRun): HouseOrder => ({
  name: run.name,
  worker: victimsOf(run).includes('worker') ? 'own' : 'none',
  webs: run.webs ?? 1,
  ...(run.preload === undefined ? {} : { preload: run.preload }),
});

/** One kill after the other, as the seed plans them, until the time is over and there were enough. */
const killOn = async (
  run: KillRun,
  random: SeededRandom,
  log: HistoryLog,
  { house, postgres }: { readonly house: House; readonly postgres: Postgres },
): Promise<void> => {
  const end = performance.now() + run.seconds * 1000;
  let kills = 0;
  for (const kill of planKills(random, victimsOf(run), run.far)) {
    if (kills >= run.leastKills && performance.now() > end) return;
    await waitForWork(log, kill.afterOperations);
    if (run.reminds === true) await postgres.ask(house.database, remind);
    log.add({ type: 'fault', what: `kill -9 of ${kill.victim}` });
    await strike(kill, house, postgres);
    kills += 1;
  }
};

/** Lets clients work while one thing after the other is killed, heals, settles and judges. */
export const runKills = async (stage: Stage, run: KillRun): Promise<Ending> => {
  const { settings, postgres } = stage;
  const random = seededRandom(settings.seed);
  const house = await openHouse(stage, orderOf(run));
  try {
    await run.sabotage?.(postgres, house.database);
    const log = new HistoryLog(join(settings.home, `${run.name}.jsonl`));
    const crowd = new Crowd(await makeCrew(house.portOf), log, random, {
      clients: CLIENTS,
      manners: MANNERS,
    });
    await killOn(run, random, log, { house, postgres });
    await waitForWork(log, 10);
    await crowd.settle(SETTLING_MS);
    return await judge(postgres, house.database, log, () => crowd.collect());
  } finally {
    await run.repair?.(postgres);
    await house.close();
  }
};
