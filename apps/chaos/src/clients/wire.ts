import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** One request, as bytes. */
export interface Sent {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
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
      readonly ms: number;
    }
  | { readonly kind: 'silence'; readonly why: string; readonly ms: number };

const PATIENCE_MS = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

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
          const text = Buffer.concat(parts).toString('utf8');
          resolve({
            kind: 'answer',
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
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
    asked.end(body);
  });
