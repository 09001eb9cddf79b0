import type { FormProblemCode } from '@soc-coop/contracts';

/** One problem of a content: where, what, and the numbers its text needs. It never carries what was written. */
export interface FormProblem {
  /** Dotted path with row numbers from 0, such as `answers.Q3.members.0.person.familyName`; empty for the whole. */
  readonly path: string;
  readonly code: FormProblemCode;
  readonly params: Readonly<Record<string, number>>;
}

export const problem = (
  path: string,
  code: FormProblemCode,
  params: Readonly<Record<string, number>> = {},
): FormProblem => ({ path, code, params });

/** More problems than this help nobody and cost the server. */
export const MOST_PROBLEMS = 100;

/** Drops what is said twice about the same place, keeps the order, and stops at the bound. */
export const distinctProblems = (problems: readonly FormProblem[]): readonly FormProblem[] =>
  [...new Map(problems.map((item) => [`${item.path} ${item.code}`, item])).values()].slice(0, MOST_PROBLEMS);
