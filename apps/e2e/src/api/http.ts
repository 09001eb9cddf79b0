import { request } from 'node:http';
import { shared } from '../shared-state';

/** A request, down to its bytes. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** The address of this machine that it comes from. */
  readonly from: string | undefined;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request to the product exactly as it stands: no redirect is followed, no header is added or refused. */
export function exchangeOverHttp({ method, path, headers, body, from }: Sent): Promise<Received> {
  const { host, port } = new URL(shared().address);
  const bytes = Buffer.from(body ?? '');
  headers.set('host', host);
  if (body !== undefined) headers.set('content-length', String(bytes.length));
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname: '127.0.0.1',
        port,
        method,
        path,
        headers: Object.fromEntries(headers),
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: headersOf(response.headersDistinct),
            text: Buffer.concat(parts).toString('utf8'),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });
}

function headersOf(all: NodeJS.Dict<string[]>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(all))
    values.forEach((value) => headers.append(name, value));
  return headers;
}
