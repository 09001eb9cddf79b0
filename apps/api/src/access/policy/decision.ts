import type { ErrorCode, ErrorParams, Refusal } from '@soc-coop/contracts';

/** Allowed, or refused for these reasons; the first one is what an error shows. */
export type Decision =
  | { readonly allowed: true; readonly refusals: readonly [] }
  | { readonly allowed: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

export const ALLOWED: Decision = { allowed: true, refusals: [] };

export const refusal = (code: ErrorCode, params: ErrorParams = {}): Refusal => ({ code, params });

/** The decision that follows from the reasons against an act. */
export const decisionOf = (refusals: readonly Refusal[]): Decision => {
  const [first, ...others] = refusals;
  return first === undefined ? ALLOWED : { allowed: false, refusals: [first, ...others] };
};
