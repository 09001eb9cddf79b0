import { randomUUID } from 'node:crypto';
import type { Call, OperationName } from './operation';

/** Gives out the calls of one operation, one after another, to however many connections ask at once. */
export interface Turns {
  next(): Call;
  /** Says how a call ended, so that a case can be reminded of again under its new version. */
  done(call: Call, succeeded: boolean): void;
}

/** The same calls in the same order, over and over. */
const inCircle = (calls: readonly Call[]): Turns => {
  let at = 0;
  return {
    next: () => {
      const call = calls[at % calls.length];
      at += 1;
      if (call === undefined) throw new Error('There is nothing to ask for.');
      return call;
    },
    done: () => undefined,
  };
};

/** Each case is in one hand at a time: a reminder under an old version is a conflict, not a measurement. */
const oneByOne = (calls: readonly Call[]): Turns => {
  const waiting = [...calls];
  return {
    next: () => {
      const call = waiting.shift();
      if (call === undefined) throw new Error('More requests are under way than there are cases.');
      return { ...call, key: randomUUID() };
    },
    done: (call, succeeded) => {
      // Whether a failed one has happened nobody knows without asking, so its case is not used again.
      if (succeeded) waiting.push({ ...call, version: (call.version ?? 0) + 1 });
    },
  };
};

/** The turns of an operation; those that write go through all cases before one comes again. */
export const makeTurns = (operation: OperationName, calls: readonly Call[]): Turns =>
  operation === 'remind' ? oneByOne(calls) : inCircle(calls);
