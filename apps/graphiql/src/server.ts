import type { Fetcher } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { operationNameFor } from './operation-name';
import { isRecord, recordOf, textOf } from './records';

/** How far the reader may go. */
export type Access = 'auditor' | 'signed-out' | 'other-role';

/** What the page knows about its reader. */
export interface Reader {
  readonly access: Access;
  readonly csrfToken: string;
  /** The account's language; null while nobody is signed in. */
  readonly locale: string | null;
}

interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

const viewerQuery = 'query Reader { viewer { locale roles } }';

/** Asks who is reading: the session first (it carries the token that every query needs), then the roles. */
export async function readReader(): Promise<Reader> {
  const session = recordOf(await fetchJson('/api/v1/session', {}));
  const csrfToken = textOf(session['csrfToken']) ?? '';
  const signedOut: Reader = { access: 'signed-out', csrfToken, locale: null };
  if (session['stage'] !== 'full') return signedOut;
  const answer = recordOf(await post({ query: viewerQuery, operationName: 'Reader' }, csrfToken));
  const viewer = recordOf(recordOf(answer['data'])['viewer']);
  if (!Array.isArray(viewer['roles'])) return signedOut;
  return {
    access: viewer['roles'].includes('AUDITOR') ? 'auditor' : 'other-role',
    csrfToken,
    locale: textOf(viewer['locale']),
  };
}

/** The function GraphiQL sends operations with: one POST to this origin. The server shows auditors no mutation. */
export function auditorsFetcher(csrfToken: string): Fetcher {
  return async ({ query, variables, operationName }) =>
    asResult(
      await post({ query, variables, operationName: operationNameFor(query, operationName) }, csrfToken),
    );
}

/** Whatever came back is shown as it is; only its outermost shape matters to GraphiQL. */
function asResult(answer: unknown): ExecutionResult<Record<string, unknown>> {
  return isRecord(answer) ? answer : { data: { answer } };
}

function post(operation: Operation, csrfToken: string): Promise<unknown> {
  return fetchJson('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
    body: JSON.stringify(operation),
  });
}

async function fetchJson(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, {
    ...init,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'application/json', ...init.headers },
  });
  return response.json();
}
