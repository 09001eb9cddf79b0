import { Agent, type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';

/** One request, as bytes. */
export interface Sent {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** The network's own fault: the second half of the body comes so much later, so that a kill falls between. */
  readonly stallsForMs?: number;
  readonly patienceMs?: number;
  /** The client's own fault: it breaks the connection off after so long, whatever the server is doing. */
  readonly hangUpAfterMs?: number | null;
}

/** An answer, or none: then nobody knows what the server did. */
export type Heard =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly text: string;
      readonly bytes: Buffer;
      readonly ms: number;
    }
  | { readonly kind: 'silence'; readonly why: string; readonly ms: number };

const PATIENCE_MS = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Half of the body now, the rest later, as a bad line does. */
const stall = (asked: ClientRequest, body: Buffer, ms: number): void => {
  const half = Math.ceil(body.length / 2);
  asked.write(body.subarray(0, half));
  const rest = setTimeout(() => asked.end(body.subarray(half)), ms);
  asked.once('close', () => clearTimeout(rest));
};

/** Sends a request to this machine and waits for the answer; never throws. */
export const send = (sent: Sent): Promise<Heard> =>
  new Promise((resolve) => {
    const started = performance.now();
    const ms = (): number => Math.round(performance.now() - started);
    const { port, method, path, headers, body = '', patienceMs = PATIENCE_MS, hangUpAfterMs = null } = sent;
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(
      { hostname: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (bytes: Buffer) => parts.push(bytes));
        response.on('error', (error) => resolve({ kind: 'silence', why: error.message, ms: ms() }));
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          resolve({
            kind: 'answer',
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: bytes.toString('utf8'),
            bytes,
            ms: ms(),
          });
        });
      },
    );
    const timer = setTimeout(
      () => asked.destroy(new Error(hangUpAfterMs === null ? 'no answer' : 'hung up')),
      hangUpAfterMs ?? patienceMs,
    );
    asked.once('close', () => clearTimeout(timer));
    asked.on('error', (error) => resolve({ kind: 'silence', why: error.message, ms: ms() }));
    if (sent.stallsForMs === undefined) asked.end(body);
    else stall(asked, Buffer.from(body), sent.stallsForMs);
  });
