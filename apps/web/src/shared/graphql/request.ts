import { ERROR_KINDS, type ErrorKind } from '@soc-coop/contracts';
import type { TypedDocumentString } from '../../gql/graphql';
import { ApiError } from './api-error';
import { hashOf } from './document-hash';

/** What the transport must know about the session; the session store fills it. */
interface Credentials {
  csrfToken: string;
  onSessionLost: (error: ApiError) => void;
  onAnswer: () => void;
  /** The server does not know a document of this page: it is of another version. */
  onUnknownOperation: () => void;
}

const credentials: Credentials = {
  csrfToken: '',
  onSessionLost: () => undefined,
  onAnswer: () => undefined,
  onUnknownOperation: () => undefined,
};

/** Called by the session store when token or handlers change. */
export const setCredentials = (patch: Partial<Credentials>): void => {
  Object.assign(credentials, patch);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const kindOf = (value: unknown, status: number): ErrorKind => {
  if (typeof value === 'string' && value in ERROR_KINDS) return value as ErrorKind;
  const byStatus = Object.entries(ERROR_KINDS).find(([, code]) => code === status);
  return (byStatus?.[0] as ErrorKind | undefined) ?? 'INTERNAL';
};

/** Reads `extensions` of a GraphQL error or a problem+json body: both carry the same members. */
const readError = (body: unknown, status: number): ApiError => {
  const members = isRecord(body) ? body : {};
  const error = new ApiError(
    kindOf(members['code'], status),
    text(members['reason']) ?? 'client.unreadable',
    isRecord(members['params']) ? members['params'] : {},
    text(members['requestId']),
  );
  if (error.needsSignIn) credentials.onSessionLost(error);
  return error;
};

/** What a transport of its own must send with every change: uploads report progress, which `fetch` cannot. */
export const changeHeaders = (): Readonly<Record<string, string>> => ({
  'x-csrf-token': credentials.csrfToken,
});

/** The coded error of such a transport's answer. */
export const readRefusal = (body: string, status: number): ApiError => {
  try {
    return readError(JSON.parse(body), status);
  } catch {
    return new ApiError(kindOf(null, status), 'client.unreadable');
  }
};

const send = async (path: string, init: RequestInit): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  if (init.body !== undefined) headers.set('content-type', 'application/json');
  if (init.method !== undefined && init.method !== 'GET') headers.set('x-csrf-token', credentials.csrfToken);
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init, headers });
    credentials.onAnswer();
    return response;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError('SERVICE_UNAVAILABLE', 'client.offline');
  }
};

/** The headers of an answer that has nothing else; throws ApiError unless it is 2xx. */
export const requestHeaders = async (method: string, path: string): Promise<Headers> => {
  const response = await send(path, { method });
  if (!response.ok) throw readError(await readJson(response), response.status);
  return response.headers;
};

const readJson = async (response: Response): Promise<unknown> => {
  const body = await response.text();
  if (body === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new ApiError(kindOf(null, response.status), 'client.unreadable');
  }
};

/** One REST call of the session API; throws ApiError unless the answer is 2xx. */
export const requestRest = async <T>(method: string, path: string, input?: object): Promise<T> => {
  const response = await send(path, { method, ...(input && { body: JSON.stringify(input) }) });
  const body = await readJson(response);
  if (!response.ok) throw readError(body, response.status);
  return body as T;
};

/** A file, in the reader's language; throws ApiError unless the answer is 2xx. */
export const requestFile = async (path: string, language: string): Promise<Blob> => {
  const response = await send(path, { method: 'GET', headers: { 'accept-language': language } });
  if (!response.ok) throw readError(await readJson(response), response.status);
  return response.blob();
};

/** While processes are being renewed one after the other, the next one asked may know what this one did not. */
const RENEWAL_MS = 1_500;

const isUnknown = (error: unknown): boolean =>
  error instanceof ApiError && error.reason === 'request.operationUnknown';

/**
 * Sends an operation again once where the server did not know it. Nothing was done: it is refused before it is read.
 */
const withSecondAttempt = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
  try {
    return await attempt();
  } catch (error) {
    if (!isUnknown(error)) throw error;
  }
  await new Promise((resolve) => window.setTimeout(resolve, RENEWAL_MS));
  return attempt().catch((error: unknown) => {
    if (isUnknown(error)) credentials.onUnknownOperation();
    throw error;
  });
};

/** One GraphQL operation, named by its hash; resolves with `data` or throws the first coded error. */
export const request = async <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...[variables, signal]: Variables extends Record<string, never>
    ? [variables?: undefined, signal?: AbortSignal]
    : [variables: Variables, signal?: AbortSignal]
): Promise<Result> => {
  const persistedQuery = { version: 1, sha256Hash: hashOf(document) };
  const body = JSON.stringify({ extensions: { persistedQuery }, variables });
  return withSecondAttempt(() => attempt<Result>(body, signal));
};

const attempt = async <Result>(text: string, signal: AbortSignal | undefined): Promise<Result> => {
  const response = await send('/graphql', { method: 'POST', body: text, ...(signal && { signal }) });
  const body = await readJson(response);
  if (!isRecord(body)) throw readError(body, response.status);
  const [error] = Array.isArray(body['errors']) ? (body['errors'] as unknown[]) : [];
  if (isRecord(error)) throw readError(error['extensions'], response.status);
  if (!isRecord(body['data'])) throw readError(body, response.status);
  return body['data'] as Result;
};
