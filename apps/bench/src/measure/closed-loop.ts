import autocannon from 'autocannon';
import type { Running } from '../contenders/contender';
import type { Call } from '../operations/operation';
import type { Work } from '../run/session';
import { cpuOf, cpuOfServer, rssOf } from './cpu';

/** How one server did in one operation at one concurrency. */
export interface Cell {
  readonly perSecond: number;
  readonly p50: number;
  readonly p97: number;
  readonly p99: number;
  /** Processor time of the server's process per request, in milliseconds. */
  readonly nodeMs: number;
  /** The same of the database. */
  readonly databaseMs: number;
  readonly rssMb: number;
  /** Requests that got no answer or a refusal; they count in no rate. */
  readonly failed: number;
}

/** How long one cell runs before it counts, and how long it counts. */
export interface Times {
  readonly warmUp: number;
  readonly seconds: number;
}

interface Context {
  call?: Call;
}

/** How a drive ended. */
interface Drive {
  readonly result: autocannon.Result;
  readonly answered: number;
  readonly failed: number;
}

/** Drives a server with as many connections as asked for, each sending its next request when the last is answered. */
const drive = async (
  server: Running,
  { operation, turns }: Work,
  connections: number,
  seconds: number,
): Promise<Drive> => {
  let answered = 0;
  let failed = 0;
  let refusal = '';
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}`,
    connections,
    duration: seconds,
    timeout: 20,
    requests: [
      {
        setupRequest: (request, context: Context) => {
          const call = turns.next();
          context.call = call;
          return { ...request, ...server.request(operation, call) };
        },
        onResponse: (status, body, context: Context) => {
          const succeeded = status === 200 && !body.startsWith('{"errors"');
          if (context.call !== undefined) turns.done(context.call, succeeded);
          if (succeeded) answered += 1;
          else {
            failed += 1;
            refusal = `${status} ${body.slice(0, 200)}`;
          }
        },
      },
    ],
  });
  if (answered === 0 && failed > 0)
    throw new Error(`${server.name} only refuses when asked for ${operation}: ${refusal}`);
  return { result, answered, failed: failed + result.errors };
};

const WARM_UP_CONNECTIONS = 16;

/** Lets a server answer for a while without counting. */
export const letWarmUp = async (server: Running, work: Work, seconds: number): Promise<void> => {
  await drive(server, work, WARM_UP_CONNECTIONS, seconds);
};

/** Measures one cell. */
export const measureCell = async (
  server: Running,
  work: Work,
  connections: number,
  { warmUp, seconds }: Times,
  databasePid: number,
): Promise<Cell> => {
  await drive(server, work, connections, warmUp);
  const before = { node: cpuOf(server.pid), database: cpuOfServer(databasePid) };
  const { result, answered, failed } = await drive(server, work, connections, seconds);
  const requests = Math.max(1, answered + failed);
  return {
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    p99: result.latency.p99,
    nodeMs: (cpuOf(server.pid) - before.node) / requests,
    databaseMs: (cpuOfServer(databasePid) - before.database) / requests,
    rssMb: rssOf(server.pid),
    failed,
  };
};
