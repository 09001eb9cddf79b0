import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../contenders/contender';
import type { Call } from '../operations/operation';
import type { Work } from '../run/session';
import { rssOf } from './cpu';
import { percentile, rounded } from './figures';

/** How a server stood a steady stream of requests, which come whether it keeps up or not. */
export interface Steady {
  readonly offered: number;
  readonly answered: number;
  readonly failed: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly rssFirstMb: number;
  readonly rssLastMb: number;
  /** Growth of memory per minute, by least squares over the second half. */
  readonly rssSlopeMb: number;
}

/** As many as a server's queue may hold before a request counts as failed. */
const MOST_AT_ONCE = 512;

const send = (agent: Agent, server: Running, work: Work, call: Call): Promise<boolean> =>
  new Promise((resolve) => {
    const { method, path, headers, body } = server.request(work.operation, call);
    const request = httpRequest(
      { agent, host: '127.0.0.1', port: server.port, method, path, headers, timeout: 20_000 },
      (response) => {
        let start = '';
        response.on('data', (part: Buffer) => (start ||= part.toString('latin1', 0, 16)));
        response.on('end', () => resolve(response.statusCode === 200 && !start.startsWith('{"errors"')));
        response.on('error', () => resolve(false));
      },
    );
    request.on('error', () => resolve(false));
    request.on('timeout', () => request.destroy());
    request.end(body);
  });

/** Least squares: how many megabytes a minute the memory grows. */
export const slopePerMinute = (samples: readonly (readonly [seconds: number, mb: number])[]): number => {
  const n = samples.length;
  if (n < 2) return 0;
  const meanX = samples.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = samples.reduce((sum, [, y]) => sum + y, 0) / n;
  const over = samples.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = samples.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 60;
};

/** What a stream has seen so far. */
interface Seen {
  readonly latencies: number[];
  readonly memory: (readonly [number, number])[];
  failed: number;
  under: number;
}

/** Sends one request and notes how long it took from the instant it was due, waiting included. */
const fire = async (agent: Agent, server: Running, work: Work, due: number, seen: Seen): Promise<void> => {
  if (seen.under >= MOST_AT_ONCE) {
    seen.failed += 1;
    return;
  }
  seen.under += 1;
  const call = work.turns.next();
  const succeeded = await send(agent, server, work, call);
  seen.under -= 1;
  work.turns.done(call, succeeded);
  if (succeeded) seen.latencies.push(performance.now() - due);
  else seen.failed += 1;
};

/** Sends so many requests a second for so long. */
export const holdSteady = async (
  server: Running,
  work: Work,
  perSecond: number,
  seconds: number,
): Promise<Steady> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const seen: Seen = { latencies: [], memory: [], failed: 0, under: 0 };
  const started = performance.now();
  const total = Math.floor(perSecond * seconds);
  for (let sent = 0; sent < total;) {
    const now = performance.now();
    const due = started + (sent * 1_000) / perSecond;
    if (due > now) {
      await sleep(Math.max(1, due - now));
      continue;
    }
    void fire(agent, server, work, due, seen);
    sent += 1;
    if (sent % Math.max(1, Math.round(perSecond)) === 0)
      seen.memory.push([(now - started) / 1_000, rssOf(server.pid)]);
  }
  while (seen.under > 0) await sleep(20);
  agent.destroy();
  const half = seen.memory.slice(Math.floor(seen.memory.length / 2));
  return {
    offered: total,
    answered: seen.latencies.length,
    failed: seen.failed,
    p50: rounded(percentile(seen.latencies, 0.5)),
    p95: rounded(percentile(seen.latencies, 0.95)),
    p99: rounded(percentile(seen.latencies, 0.99)),
    rssFirstMb: rounded(seen.memory[0]?.[1] ?? 0),
    rssLastMb: rounded(seen.memory.at(-1)?.[1] ?? 0),
    rssSlopeMb: rounded(slopePerMinute(half)),
  };
};
