import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';

/** How a connection begins. */
export interface SocketOptions {
  readonly cookie?: string | null;
  readonly origin?: string | null;
  /** What the first message carries. */
  readonly init?: Readonly<Record<string, unknown>>;
}

/** One message of graphql-ws, read. */
export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** Why a connection ended. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
}

const PATIENCE_MS = 8_000;

const patiently = async <T>(what: string, wait: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} never came`));
    }, PATIENCE_MS);
  });
  return Promise.race([wait, late]).finally(() => {
    clearTimeout(timer);
  });
};

/** A websocket that speaks graphql-ws by hand, so that a test sees each message as it is on the wire. */
export class TestSocket {
  readonly messages: SocketMessage[] = [];
  readonly closed: Promise<Closed>;
  /** The status of a refused upgrade; resolves only where there was no websocket at all. */
  readonly refused: Promise<number>;
  private readonly waiting: ((message: SocketMessage) => void)[] = [];
  private taken = 0;

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.keep(JSON.parse(data.toString('utf8')) as SocketMessage);
    });
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => {
        resolve({ code, reason: reason.toString('utf8') });
      }),
    );
    this.refused = new Promise((resolve) =>
      socket.once('unexpected-response', (_, { statusCode }) => {
        resolve(statusCode ?? 0);
        socket.terminate();
      }),
    );
    socket.on('error', () => undefined);
  }

  /** Calls back once the websocket stands. */
  onOpen(callback: () => void): void {
    this.socket.once('open', callback);
  }

  /** The next message nobody took yet. */
  async next(): Promise<SocketMessage> {
    const known = this.messages[this.taken];
    this.taken += 1;
    if (known !== undefined) return known;
    return patiently('a message', new Promise((resolve) => this.waiting.push(resolve)));
  }

  /** The end of the connection. */
  async end(): Promise<Closed> {
    return patiently('the end', this.closed);
  }

  send(message: SocketMessage | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Begins a subscription; gives nothing, for a running one answers nothing. */
  subscribe(id: string, query: string, more: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, ...more } });
  }

  close(): void {
    this.socket.close();
  }

  private keep(message: SocketMessage): void {
    this.messages.push(message);
    this.waiting.shift()?.(message);
  }
}

/** Opens a socket to an application that listens; it has not said who it is. */
export const openSocket = (app: NestFastifyApplication, options: SocketOptions = {}): TestSocket => {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = `localhost:${port}`;
  const { cookie = null, origin = `http://${host}` } = options;
  return new TestSocket(
    new WebSocket(`ws://${host}/graphql`, 'graphql-transport-ws', {
      headers: {
        ...(cookie === null ? {} : { cookie }),
        ...(origin === null ? {} : { origin }),
      },
    }),
  );
};

/** Opens a socket and introduces it. */
export const connect = async (
  app: NestFastifyApplication,
  options: SocketOptions = {},
): Promise<TestSocket> => {
  const socket = openSocket(app, options);
  await patiently('the connection', new Promise<void>((resolve) => socket.onOpen(resolve)));
  socket.send({ type: 'connection_init', payload: options.init ?? {} });
  return socket;
};
