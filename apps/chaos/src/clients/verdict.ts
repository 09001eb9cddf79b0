import type { Heard } from './wire';

/** What an answer means for the one who asked. */
export type Verdict =
  | { readonly kind: 'ok'; readonly data: { readonly id: string; readonly version: number } }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Asked again with the same key, it may be settled; `signIn` where a session is needed for that. */
  | { readonly kind: 'unknown'; readonly why: string; readonly signIn: boolean };

interface Body {
  readonly data?: Readonly<Record<string, { id: string; version: number } | null>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string; readonly reason?: string } }[];
}

/** Refusals that say nothing of the operation: only that this was not the moment. */
const LATER = new Set(['SERVICE_UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS']);
const SESSION = new Set(['UNAUTHENTICATED']);

const read = (text: string): Body | null => {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return null;
  }
};

const unknown = (why: string, signIn = false): Verdict => ({ kind: 'unknown', why, signIn });

const ofError = ({ code = 'INTERNAL', reason = '' }: { code?: string; reason?: string }): Verdict => {
  if (SESSION.has(code)) return unknown(`${code} ${reason}`, true);
  // Another try with the same key is on its way: it will be told what that one comes to.
  if (LATER.has(code) || reason === 'request.keyRunning') return unknown(`${code} ${reason}`);
  return { kind: 'refused', reason };
};

/** Judges an answer to a GraphQL operation. */
export const verdictOf = (field: string, heard: Heard): Verdict => {
  if (heard.kind === 'silence') return unknown(heard.why);
  const body = read(heard.text);
  if (body === null) return unknown(`answered ${heard.status} without JSON`);
  const [error] = body.errors ?? [];
  if (error !== undefined) return ofError(error.extensions ?? {});
  const data = body.data?.[field] ?? null;
  return data === null ? unknown(`answered ${heard.status} without data`) : { kind: 'ok', data };
};
