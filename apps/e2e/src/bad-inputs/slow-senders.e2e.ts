import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SecondProcess } from '../second-process';
import { shared } from '../shared-state';
import { openSocket } from './support/raw';
import { failuresSince, logEnd } from './support/server-log';
import { somewhere } from './support/places';

jest.setTimeout(120_000);

const SENDERS = 200;
/** A process of its own that waits two seconds for a request instead of thirty. */
const SECONDS = 2;

let server: SecondProcess;
beforeAll(async () => {
  server = await SecondProcess.start({ REQUEST_SECONDS: String(SECONDS) });
});
afterAll(() => server.stop());

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

/** What a sender was told before the server hung up, and how many bytes it had got rid of by then. */
interface End {
  readonly said: string;
  readonly sent: number;
}

/** Sends a byte, waits, sends a byte … and goes on until it is cut off. */
const dribble = (socket: Socket, first: string, rest: string): Promise<End> =>
  new Promise((resolve) => {
    let said = '';
    let sent = 0;
    socket.write(first);
    const drip = setInterval(() => {
      if (socket.writable) socket.write(rest[sent] ?? ' ');
      sent += 1;
    }, 250);
    socket.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      resolve({ said, sent });
    });
  });

const open = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const port = Number(new URL(server.address).port);
    const socket = connect({ port, host: '127.0.0.1', localAddress: somewhere() });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });

it(`${SENDERS} senders of one byte at a time are cut off, and everybody else is served meanwhile`, async () => {
  const sockets = await Promise.all(Array.from({ length: SENDERS }, open));
  const body = '{"query":"{ __typename }"}'.padEnd(10_000);
  // Half of them never end their headers, half never end their body.
  const ends = sockets.map((socket, at) =>
    at % 2 === 0
      ? dribble(socket, HEAD, `x-slow: ${'a'.repeat(10_000)}`)
      : dribble(socket, `${HEAD}content-length: ${body.length}\r\n\r\n`, body),
  );
  const state = { over: false };
  const all = Promise.all(ends).finally(() => (state.over = true));
  const served: number[] = [];
  while (!state.over) {
    served.push((await fetch(`${server.address}/api/v1/session`)).status);
    await Promise.race([all, pause(200)]);
  }
  expect(served.length).toBeGreaterThan(SECONDS);
  expect(new Set(served)).toEqual(new Set([200]));
  for (const { said } of await all) expect(said).toMatch(/^$|^HTTP\/1\.1 408 Request Timeout\r\n/);
  const told = (await all).filter(({ said }) => said !== '');
  expect(told.length).toBeGreaterThan(0);
  for (const { said } of told) {
    expect(said).toContain('content-type: application/problem+json');
    expect(said).toContain('"reason":"request.malformed"');
  }
  // Nobody was let go on to the end: a body of ten thousand bytes would take forty minutes.
  expect(Math.max(...(await all).map(({ sent }) => sent))).toBeLessThan(1_000);
});

it('a sender who hangs up in the middle of a body is no failure of the server', async () => {
  const place = logEnd();
  for (let times = 0; times < 5; times += 1) {
    const socket = await openSocket();
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.write(`${HEAD}content-length: 1000\r\n\r\n{"query":`, () =>
      setTimeout(() => socket.destroy(), 50),
    );
    await gone;
  }
  // The answers nobody waits for are noted too; this one is noted after them.
  await pause(500);
  expect((await fetch(`${shared().address}/health/ready`)).status).toBe(200);
  expect(failuresSince(place)).toEqual([]);
});
