import type { Officer } from './officer';
import type { Heard } from './wire';

const UPLOADS = '/api/v1/files/uploads';
const PROTOCOL = { 'tus-resumable': '1.0.0' } as const;
const FILE = /^[0-9a-f-]{36}$/;

/** What an answer about an upload means for the one who sends. */
export type TusVerdict =
  /** Where the upload is, how many bytes are safe, and the file it has become, if it has. */
  | { readonly kind: 'ok'; readonly path: string; readonly offset: number; readonly file: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly why: string; readonly signIn: boolean };

/** Not the moment, or not the place to go on from: asked where it stands, the upload says so. */
const LATER = new Set(['file.offsetWrong', 'request.keyRunning', 'request.timeout']);

const problemOf = (text: string): { readonly code?: string; readonly reason?: string } => {
  try {
    return JSON.parse(text) as { code?: string; reason?: string };
  } catch {
    return {};
  }
};

type Answer = Extract<Heard, { kind: 'answer' }>;

const taken = (path: string, { headers }: Answer): TusVerdict => {
  const file = headers['x-file-id'];
  return {
    kind: 'ok',
    path: headers.location ?? path,
    offset: Number(headers['upload-offset'] ?? 0),
    file: typeof file === 'string' && FILE.test(file) ? file : null,
  };
};

const notTaken = ({ status, text }: Answer): TusVerdict => {
  // A HEAD has no body, hence no reason: the status has to do.
  const { code = '', reason = `status ${status}` } = problemOf(text);
  const signIn = status === 401;
  const isLater = signIn || status >= 500 || status === 429 || LATER.has(reason);
  if (!isLater) return { kind: 'refused', reason };
  return { kind: 'unknown', why: status === 500 ? `INTERNAL ${reason}` : `${code} ${reason}`, signIn };
};

/** Judges an answer of the tus protocol; `path` is where the upload is, unless the answer says so. */
export const tusVerdictOf = (path: string, heard: Heard): TusVerdict => {
  if (heard.kind === 'silence') return { kind: 'unknown', why: heard.why, signIn: false };
  return heard.status < 300 ? taken(path, heard) : notTaken(heard);
};

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** What an upload is for. */
export interface Parcel {
  readonly exchange: string;
  readonly part: 'REQUEST' | 'ANSWER';
  readonly name: string;
  readonly bytes: Buffer;
}

/** Begins an upload. */
export const begin = async (
  officer: Officer,
  { exchange, part, name, bytes }: Parcel,
): Promise<TusVerdict> => {
  const metadata = Object.entries({ exchange, part, filename: name }).map(
    ([key, text]) => `${key} ${base64(text)}`,
  );
  const headers = {
    ...PROTOCOL,
    'upload-length': String(bytes.length),
    'upload-metadata': metadata.join(','),
  };
  return tusVerdictOf('', await officer.ask({ method: 'POST', path: UPLOADS, headers }));
};

/** Asks how far an upload came. */
export const standing = async (officer: Officer, path: string): Promise<TusVerdict> =>
  tusVerdictOf(path, await officer.ask({ method: 'HEAD', path, headers: PROTOCOL }));

/** Sends the next bytes. */
export const sendPart = async (
  officer: Officer,
  path: string,
  offset: number,
  body: Buffer,
  faults: { readonly hangUpAfterMs: number | null; readonly stallsForMs: number },
): Promise<TusVerdict> => {
  const headers = {
    ...PROTOCOL,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  };
  return tusVerdictOf(path, await officer.ask({ method: 'PATCH', path, headers, body, ...faults }));
};
