import { CONTENDERS } from '../contenders/all';
import type { Running } from '../contenders/contender';
import { freePort } from '../contenders/free-port';
import { ours } from '../contenders/ours';
import { prepare } from '../data/prepare';
import { findKnee, type Knee } from '../measure/knee';
import { type Line, measureMatrix, type MatrixPlan } from '../measure/matrix';
import { databaseCost, type DatabaseCost } from '../measure/statements';
import { measureStart, type Start } from '../measure/start';
import { rounded } from '../measure/figures';
import type { Call, OperationName } from '../operations/operation';
import { busiestInboxes } from '../operations/sample';
import { makeTurns } from '../operations/turns';
import { commit, dataSize, machine, versions } from '../report/environment';
import type { Growth, Result } from '../report/result';
import { say } from '../say';
import type { Settings } from '../settings';
import type { Session } from './session';

const COST_CALLS = 300;
const SMALLER_BY = 10;

const planOf = ({ quick, rounds }: Settings): MatrixPlan => ({
  connections: [1, 16, 64],
  rounds,
  firstWarmUp: quick ? 5 : 15,
  warmUp: quick ? 1 : 2,
  seconds: quick ? 3 : 5,
});

const oursOf = (servers: readonly Running[]): Running => {
  const found = servers.find(({ name }) => name === ours.name);
  if (found === undefined) throw new Error('The product does not run.');
  return found;
};

const costsOf = async ({
  servers,
  work,
  database,
}: Session): Promise<Partial<Record<OperationName, DatabaseCost>>> => {
  const costs: Partial<Record<OperationName, DatabaseCost>> = {};
  for (const one of work) {
    const cost = await databaseCost(oursOf(servers), one, COST_CALLS, database.superuserUrl);
    costs[one.operation] = cost;
    say(
      `  ✓ ${`cost of ${one.operation}`.padEnd(34)}${cost.perCallMs} ms, ${cost.statementsPerCall} statements; ${cost.dearestMs} ms: ${cost.dearest}`,
    );
  }
  return costs;
};

const kneeOf = async (
  settings: Settings,
  { servers, work }: Session,
  lines: readonly Line[],
): Promise<Knee | null> => {
  const inbox = work.find(({ operation }) => operation === 'inbox');
  const line = lines.find(
    (one) => one.contender === 'ours' && one.operation === 'inbox' && one.connections === 16,
  );
  if (inbox === undefined || line === undefined) return null;
  const seconds = settings.quick ? { each: 3, hold: 10 } : { each: 8, hold: 60 };
  return findKnee(oursOf(servers), inbox, line.perSecond, seconds);
};

const pageCost = async (server: Running, calls: readonly Call[], url: string): Promise<DatabaseCost> =>
  databaseCost(server, { operation: 'inbox', calls, turns: makeTurns('inbox', calls) }, COST_CALLS, url);

/** The same pages on a tenth of the data. */
const smallCost = async (settings: Settings, exchanges: number): Promise<DatabaseCost> => {
  const database = await prepare(settings, exchanges);
  try {
    const calls = await busiestInboxes(database.superuserUrl);
    const logFile = `${settings.home}/ours-small.log`;
    const officers = calls.map(({ officer }) => officer);
    const place = { port: await freePort(), databaseUrl: database.ownerUrl, logFile, officers };
    const server = await ours.start(place);
    try {
      return await pageCost(server, calls, database.superuserUrl);
    } finally {
      await server.stop();
    }
  } finally {
    await database.drop();
  }
};

const growthOf = async (settings: Settings, session: Session): Promise<Growth | null> => {
  if (!session.work.some(({ operation }) => operation === 'inbox')) return null;
  const large = await pageCost(oursOf(session.servers), session.busiest, session.database.superuserUrl);
  const smallExchanges = settings.exchanges / SMALLER_BY;
  const small = await smallCost(settings, smallExchanges);
  const ratio = rounded(large.perCallMs / small.perCallMs);
  say(`  ✓ ${'growth of the page'.padEnd(34)}${small.perCallMs} to ${large.perCallMs} ms, x ${ratio}`);
  return { smallExchanges, small, largeExchanges: settings.exchanges, large, ratio };
};

const startsOf = async (settings: Settings, { database }: Session): Promise<Start[]> => {
  const starts: Start[] = [];
  for (const contender of CONTENDERS) {
    const logFile = `${settings.home}/${contender.name}-start.log`;
    const place = { port: await freePort(), databaseUrl: database.ownerUrl, logFile, officers: [] };
    const start = await measureStart(contender, place, settings.quick ? 1 : 5);
    say(`  ✓ ${`start of ${contender.name}`.padEnd(34)}${start.firstAnswerMs} ms, ${start.idleRssMb} MB`);
    starts.push(start);
  }
  return starts;
};

/** Measures everything there is to measure in one session. */
export const measure = async (settings: Settings, session: Session): Promise<Result> => {
  const plan = planOf(settings);
  const data = await dataSize(settings, session.database);
  const lines = await measureMatrix(session.servers, session.work, plan, settings.serverPid);
  const costs = await costsOf(session);
  const knee = await kneeOf(settings, session, lines);
  return {
    date: new Date().toISOString().slice(0, 10),
    mode: settings.quick ? 'quick' : 'full',
    commit: commit(),
    machine: machine(),
    versions: await versions(session.database.superuserUrl),
    data,
    plan,
    lines,
    costs,
    growth: await growthOf(settings, session),
    starts: await startsOf(settings, session),
    knee,
  };
};
