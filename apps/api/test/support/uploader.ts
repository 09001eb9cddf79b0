import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, Refused } from './browser';

/** What an upload was answered. */
export interface Uploaded {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Speaks tus for a signed-in browser, request by request, as a test wants to break it. */
export class Uploader {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly browser: Browser,
  ) {}

  /** Any request, with the browser's cookie and token. */
  async send(
    method: 'POST' | 'PATCH' | 'HEAD' | 'DELETE' | 'OPTIONS' | 'GET',
    url: string,
    headers: Record<string, string> = {},
    payload?: Buffer,
  ): Promise<Uploaded & { readonly bytes: Buffer }> {
    const response = await this.app.inject({
      method,
      url,
      remoteAddress: this.browser.address,
      headers: {
        'tus-resumable': '1.0.0',
        'sec-fetch-site': 'same-origin',
        ...(this.browser.cookie === null ? {} : { cookie: this.browser.cookie }),
        ...(this.browser.csrf === '' ? {} : { 'x-csrf-token': this.browser.csrf }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const problem = (response.headers['content-type'] ?? '').startsWith('application/problem+json');
    // A test states what it asked for.
    const reason = problem && response.body !== '' ? (JSON.parse(response.body) as Refused).reason : null;
    return { status: response.statusCode, headers: response.headers, reason, bytes: response.rawPayload };
  }

  /** Begins an upload. */
  async begin(exchange: string, part: string, filename: string, length: number): Promise<Uploaded> {
    const metadata = Object.entries({ exchange, part, filename }).map(
      ([key, text]) => `${key} ${base64(text)}`,
    );
    return this.send('POST', '/api/v1/files/uploads', {
      'upload-length': String(length),
      'upload-metadata': metadata.join(','),
    });
  }

  /** Sends bytes from an offset on. */
  async part(address: string, offset: number, bytes: Buffer): Promise<Uploaded> {
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    return this.send('PATCH', address, headers, bytes);
  }

  /** Begins an upload and sends the whole file at once; gives the answer of the last step made. */
  async whole(exchange: string, part: string, filename: string, bytes: Buffer): Promise<Uploaded> {
    const begun = await this.begin(exchange, part, filename, bytes.length);
    if (begun.status !== 201) return begun;
    return this.part(String(begun.headers['location']), 0, bytes);
  }
}
