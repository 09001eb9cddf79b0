import { request } from 'node:http';
import { shared } from '../shared-state';
import type { Caller } from './caller';

/** What an upload was answered. */
export interface TusAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly reason: string | null;
}

/** One request of the tus protocol. */
interface TusRequest {
  readonly method: 'POST' | 'PATCH' | 'HEAD' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Breaks the connection off after this many bytes of the body. */
  readonly cutAfter?: number;
}

export const UPLOADS = '/api/v1/files/uploads';

/** What a session sends with every request. */
export const credentials = ({ cookie, csrf }: Caller): Record<string, string> => ({
  cookie: cookie ?? '',
  'x-csrf-token': csrf ?? '',
});

const reasonOf = (text: string): string | null =>
  text === '' ? null : ((JSON.parse(text) as { reason?: string }).reason ?? null);

/** Sends it byte by byte as it stands; null where the connection was broken off on purpose. */
export const tus = async (
  caller: Caller,
  { method, path, headers = {}, body, cutAfter }: TusRequest,
): Promise<TusAnswer | null> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(shared().address);
    const sent = request(
      {
        hostname: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          'tus-resumable': '1.0.0',
          ...credentials(caller),
          ...(body === undefined ? {} : { 'content-length': String(body.length) }),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const found = new Headers();
          for (const [name, values = []] of Object.entries(response.headersDistinct))
            values.forEach((value) => found.append(name, value));
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: found, reason: reasonOf(text) });
        });
      },
    );
    sent.on('error', (error) => {
      if (cutAfter === undefined) reject(error);
      else resolve(null);
    });
    if (cutAfter === undefined || body === undefined) sent.end(body);
    else sent.write(body.subarray(0, cutAfter), () => setTimeout(() => sent.destroy(new Error('cut')), 300));
  });

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Begins an upload. */
export const beginUpload = async (
  caller: Caller,
  exchange: string,
  filename: string,
  length: number,
): Promise<TusAnswer> => {
  const metadata = Object.entries({ exchange, part: 'REQUEST', filename }).map(
    ([key, text]) => `${key} ${base64(text)}`,
  );
  const headers = { 'upload-length': String(length), 'upload-metadata': metadata.join(',') };
  const answer = await tus(caller, { method: 'POST', path: UPLOADS, headers });
  if (answer === null) throw new Error('the upload was not answered');
  return answer;
};

/** Sends a part from an offset on. */
export const sendPart = async (
  caller: Caller,
  path: string,
  offset: number,
  body: Buffer,
  cutAfter?: number,
): Promise<TusAnswer | null> =>
  tus(caller, {
    method: 'PATCH',
    path,
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
    ...(cutAfter === undefined ? {} : { cutAfter }),
  });
