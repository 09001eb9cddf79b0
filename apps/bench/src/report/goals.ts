import { IN_TIME_MS } from '../measure/knee';
import type { Line } from '../measure/matrix';
import type { ContenderName } from '../contenders/contender';
import type { OperationName } from '../operations/operation';
import type { Result } from './result';

/** A goal, what was measured, and whether that is enough. */
export interface Goal {
  readonly name: string;
  readonly wanted: string;
  /** Null where this run did not measure it. */
  readonly found: number | null;
  readonly shown: string;
  readonly reached: boolean | null;
  /** Where the time goes, for those who wonder why. */
  readonly why?: string;
}

/** The concurrency ratios are compared at. */
export const COMPARED_AT = 16;

/** The line of a contender at the concurrency that counts. */
const lineOf = (
  { lines }: Result,
  operation: OperationName,
  contender: ContenderName,
  connections = COMPARED_AT,
): Line | null =>
  lines.find(
    (line) =>
      line.operation === operation && line.contender === contender && line.connections === connections,
  ) ?? null;

/** How many times a peer's rate ours is; null where either was not measured, or the peer answered nothing. */
export const ratioTo = (
  result: Result,
  operation: OperationName,
  peer: ContenderName,
  connections = COMPARED_AT,
): number | null => {
  const mine = lineOf(result, operation, 'ours', connections);
  const theirs = lineOf(result, operation, peer, connections);
  if (mine === null || theirs === null || theirs.perSecond === 0) return null;
  return mine.perSecond / theirs.perSecond;
};

const atLeast = (name: string, found: number | null, least: number, stretch?: number): Goal => ({
  name,
  wanted: `≥ ${least} x${stretch === undefined ? '' : ` (stretch ${stretch.toFixed(1)})`}`,
  found,
  shown: found === null ? 'not measured' : `${found.toFixed(2)} x`,
  reached: found === null ? null : found >= least,
});

const atMost = (name: string, found: number | null, most: number, unit: string): Goal => ({
  name,
  wanted: `≤ ${most} ${unit}`,
  found,
  shown: found === null ? 'not measured' : `${Number(found.toPrecision(3))} ${unit}`,
  reached: found === null ? null : found <= most,
});

/** Below this many megabytes a minute, over a minute, memory counts as flat: it is less than one collection frees. */
const FLAT_MB = 10;

/** A figure that may not have been measured, brought to another unit. */
const per = (value: number | undefined, unit: number): number | null =>
  value === undefined ? null : value / unit;

/** Processor time of one request, here and there: what a ratio is made of. */
const whyOf = (result: Result, operation: OperationName, peer: ContenderName): { why?: string } => {
  const mine = lineOf(result, operation, 'ours');
  const theirs = lineOf(result, operation, peer);
  if (mine === null || theirs === null) return {};
  const spent = ({ nodeMs, databaseMs }: Line): string =>
    `${nodeMs} ms in Node and ${databaseMs} ms in the database`;
  return { why: `${spent(mine)} a request, against ${spent(theirs)}` };
};

/** A rate that is to be so many times a peer's. */
const times = (
  result: Result,
  [name, operation, peer]: readonly [string, OperationName, ContenderName],
  least: number,
  stretch?: number,
): Goal => ({
  ...atLeast(name, ratioTo(result, operation, peer), least, stretch),
  ...whyOf(result, operation, peer),
});

const ratioGoals = (result: Result): Goal[] => [
  times(result, ['Inbox, against the floor', 'inbox', 'floor'], 0.8, 1),
  times(result, ['Inbox, against PostGraphile', 'inbox', 'postgraphile'], 3.5),
  times(result, ['Case, against the floor', 'case', 'floor'], 0.7, 1),
  times(result, ['Reminder, against the floor', 'remind', 'floor'], 0.6),
  times(result, ['Reminder, against plain Nest', 'remind', 'nest'], 3),
];

const costGoals = ({ costs, growth, starts }: Result): Goal[] => {
  const start = starts.find(({ contender }) => contender === 'ours');
  return [
    atMost('Search, database time of one', per(costs.search?.perCallMs, 1), 20, 'ms'),
    atMost('Page, ten times the data', per(growth?.ratio, 1), 1.3, 'x'),
    atMost('First answer of a warm start', per(start?.firstAnswerMs, 1_000), 2.5, 's'),
    atMost('Memory when idle', per(start?.idleRssMb, 1), 250, 'MB'),
  ];
};

const steadyGoals = ({ knee }: Result): Goal[] => [
  atMost('p99 at 70 % of the knee', per(knee?.held.p99, 1), IN_TIME_MS, 'ms'),
  atMost('Failures at 70 % of the knee', per(knee?.held.failed, 1), 0, 'requests'),
  atMost('Growth of memory at 70 % of the knee', per(knee?.held.rssSlopeMb, 1), FLAT_MB, 'MB a minute'),
];

/** The goals that were set before anything was built, with what this run says of them. */
export const goals = (result: Result): Goal[] => [
  ...ratioGoals(result),
  ...costGoals(result),
  ...steadyGoals(result),
];
