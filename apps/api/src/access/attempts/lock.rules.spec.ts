import * as fc from 'fast-check';
import {
  ACCOUNT_TERMS,
  ADDRESS_TERMS,
  type LockState,
  secondsLocked,
  stateAfterRefund,
  stateAfterTry,
} from './lock.rules';

const START = new Date('2026-03-02T08:00:00Z');
const after = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

/** Fails again and again, each time as soon as it is allowed; gives the waits between the tries. */
const waits = (tries: number): number[] => {
  let state: LockState | null = null;
  let now = START;
  return Array.from({ length: tries }, () => {
    const wait = secondsLocked(state, now);
    now = new Date(now.getTime() + wait * 1000);
    state = stateAfterTry(ACCOUNT_TERMS, state, now);
    return wait;
  });
};

describe('lock after failed tries', () => {
  it('lets five tries pass, then waits one minute, doubling up to one hour', () => {
    expect(waits(14)).toEqual([0, 0, 0, 0, 0, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
  });

  it('forgets after a day without a failure', () => {
    const state = { failures: 9, lastAt: START, lockedUntil: after(960) };
    expect(stateAfterTry(ACCOUNT_TERMS, state, after(86_399)).failures).toBe(10);
    expect(stateAfterTry(ACCOUNT_TERMS, state, after(86_400))).toEqual({
      failures: 1,
      lastAt: after(86_400),
      lockedUntil: null,
    });
  });

  it('a right try takes back its own count and the lock it alone caused, and nothing else', () => {
    const fourth = { failures: 4, lastAt: START, lockedUntil: null };
    const fifth = stateAfterTry(ACCOUNT_TERMS, fourth, START);
    expect(secondsLocked(fifth, START)).toBe(60);
    expect(stateAfterRefund(ACCOUNT_TERMS, fifth)).toEqual(fourth);
    const seventh = { failures: 7, lastAt: START, lockedUntil: after(240) };
    expect(stateAfterRefund(ACCOUNT_TERMS, seventh).lockedUntil).toEqual(after(240));
  });

  it('never counts below zero and never locks longer than its longest', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(ACCOUNT_TERMS, ADDRESS_TERMS), (failures, terms) => {
        const state = { failures, lastAt: START, lockedUntil: null };
        const tried = stateAfterTry(terms, state, after(1));
        expect(secondsLocked(tried, after(1))).toBeLessThanOrEqual(terms.longestLockSeconds);
        expect(stateAfterRefund(terms, state).failures).toBeGreaterThanOrEqual(0);
        expect(stateAfterRefund(terms, tried).failures).toBe(failures);
      }),
    );
  });

  it('is open where nothing is remembered', () => {
    expect(secondsLocked(null, START)).toBe(0);
  });
});
