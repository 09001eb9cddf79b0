import { type ErrorCode, errorDefinition, ERROR_CODES } from '@soc-coop/contracts';
import type { MatrixActor } from './actors';
import { listen } from './listen';
import type { World } from './world';

/**
 * What somebody gets: the thing itself; nothing in its place; an answer as if it did not exist; a refusal; or the
 * request to sign in.
 */
export const OUTCOMES = ['allowed', 'masked', 'hidden', 'refused', 'sign-in'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Any part of an answer. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Follows a path through an answer, through lists by their first element; null where it ends early. */
export const at = (data: Json, ...path: readonly string[]): Json => {
  const [name, ...rest] = path;
  if (name === undefined) return data;
  const value = Array.isArray(data) ? (data as readonly Json[])[0] : data;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return at((value as { readonly [name: string]: Json })[name] ?? null, ...rest);
};

/** The list at a path; empty where there is none. */
export const listAt = (data: Json, ...path: readonly string[]): readonly Json[] => {
  const found = at(data, ...path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
};

/** One operation that asks for one field. */
export interface Probe {
  /** The document, and the variables made of the world just before it is sent. */
  readonly query: string;
  readonly variables?: (world: World) => Promise<object> | object;
  /** True when the answer holds what was asked for; without it, any answer without errors does. */
  readonly shows?: (data: Json, world: World) => boolean;
  /** Refusals that only come after the rights were asked: the act was allowed and then found impossible. */
  readonly passes?: readonly ErrorCode[];
}

const byKind = (reason: string): Outcome | null => {
  const code = ERROR_CODES.find((known) => known === reason);
  switch (code === undefined ? undefined : errorDefinition(code).kind) {
    case 'UNAUTHENTICATED':
      return 'sign-in';
    case 'FORBIDDEN':
      return 'refused';
    case 'NOT_FOUND':
      return 'hidden';
    default:
      return null;
  }
};

/** What came of a question; `unexpected` names what is no answer to a question of rights. */
export type Answered = Outcome | `unexpected ${string}`;

const refusedBy = (reason: string, { passes = [] }: Probe): Answered =>
  passes.some((code) => code === reason) ? 'allowed' : (byKind(reason) ?? `unexpected ${reason}`);

/** Asks as an actor and says what came of it. */
export const ask = async (actor: MatrixActor, probe: Probe, world: World): Promise<Answered> => {
  const { query, variables: made, shows = () => true } = probe;
  const variables = (await made?.(world)) ?? {};
  if (query.startsWith('subscription')) {
    const refusal = await listen(actor.browser, query, variables);
    return refusal === null ? 'allowed' : refusedBy(refusal, probe);
  }
  const { data, reasons } = await actor.browser.graphql<Json>(query, variables);
  const [reason] = reasons;
  if (reason !== undefined) return refusedBy(reason, probe);
  if (data === null) return 'unexpected empty answer';
  return shows(data, world) ? 'allowed' : 'masked';
};
