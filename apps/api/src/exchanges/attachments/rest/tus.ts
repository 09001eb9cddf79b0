import { DomainError } from '../../../platform/errors';
import { UPLOAD_BODY } from '../../../platform/files';
import type { UploadRow } from '../file.row';
import type { Part } from '../receive-upload';

/** The version of the protocol that is spoken (https://tus.io/protocols/resumable-upload). */
export const TUS_VERSION = '1.0.0';
/** What is spoken beyond its core. */
export const TUS_EXTENSIONS = 'creation,expiration,termination';

/** Headers as Node gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (headers: Headers, name: string): string | null => {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
};

const COUNT = /^(0|[1-9]\d{0,14})$/;

const count = (headers: Headers, name: string): number | null => {
  const text = one(headers, name);
  return text !== null && COUNT.test(text) ? Number(text) : null;
};

/** @throws DomainError file.protocol */
export const requireTus = (headers: Headers): void => {
  if (one(headers, 'tus-resumable') !== TUS_VERSION) throw new DomainError('file.protocol');
};

const decode = (base64: string): string | null => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
};

/** `key base64,key base64`; null where it cannot be read or says something twice. */
export const readMetadata = (text: string): ReadonlyMap<string, string> | null => {
  const values = new Map<string, string>();
  for (const pair of text.split(',').map((part) => part.trim())) {
    const [key = '', base64 = '', ...rest] = pair.split(' ');
    const value = decode(base64);
    if (key === '' || rest.length > 0 || value === null || values.has(key)) return null;
    values.set(key, value);
  }
  return values;
};

/** What a creation says. */
export interface Creation {
  readonly length: number;
  readonly metadata: ReadonlyMap<string, string>;
}

/** @throws DomainError request.malformed; the length must be known from the start. */
export const readCreation = (headers: Headers): Creation => {
  const length = count(headers, 'upload-length');
  const metadata = readMetadata(one(headers, 'upload-metadata') ?? '');
  if (length === null || metadata === null) throw new DomainError('request.malformed');
  return { length, metadata };
};

/** @throws DomainError request.malformed */
export const readPart = (headers: Headers): Part => {
  const offset = count(headers, 'upload-offset');
  const type = one(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (offset === null || type !== UPLOAD_BODY) throw new DomainError('request.malformed');
  return { offset, length: count(headers, 'content-length') };
};

/** What every answer about an upload carries. */
export const uploadHeaders = (upload: UploadRow): Readonly<Record<string, string>> => ({
  'tus-resumable': TUS_VERSION,
  'cache-control': 'no-store',
  'upload-offset': String(upload.received),
  'upload-length': String(upload.length),
  'upload-expires': upload.expiresAt.toUTCString(),
  // The protocol has no word for what an upload has become; clients of ours read it here.
  ...(upload.fileId === null ? {} : { 'x-file-id': upload.fileId }),
});
