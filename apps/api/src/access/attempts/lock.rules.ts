/** How many failures are free, and how long the doors stay shut after that. */
export interface LockTerms {
  readonly freeFailures: number;
  readonly firstLockSeconds: number;
  readonly longestLockSeconds: number;
  /** After this long without a failure the count starts again. */
  readonly forgetAfterSeconds: number;
}

/** One account, whichever factor was wrong: the sixth try waits a minute, the next two, four … up to an hour. */
export const ACCOUNT_TERMS: LockTerms = {
  freeFailures: 5,
  firstLockSeconds: 60,
  longestLockSeconds: 3_600,
  forgetAfterSeconds: 86_400,
};

/** One address, whatever accounts were tried: an office behind one address mistypes more than a person. */
export const ADDRESS_TERMS: LockTerms = {
  freeFailures: 40,
  firstLockSeconds: 60,
  longestLockSeconds: 900,
  forgetAfterSeconds: 3_600,
};

/** What is remembered of failed tries. */
export interface LockState {
  readonly failures: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
}

const later = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);

/** Seconds until the next try may be made; 0 when it may be made now. */
export const secondsLocked = (state: LockState | null, now: Date): number =>
  Math.max(0, Math.ceil(((state?.lockedUntil?.getTime() ?? 0) - now.getTime()) / 1000));

const lockedUntil = (terms: LockTerms, failures: number, now: Date): Date | null => {
  if (failures < terms.freeFailures) return null;
  const doubled = terms.firstLockSeconds * 2 ** Math.min(failures - terms.freeFailures, 30);
  return later(now, Math.min(doubled, terms.longestLockSeconds));
};

/**
 * The state once a try is made, counted as failed before its outcome is known: a hundred tries sent at once are
 * counted like a hundred tries in a row.
 */
export const stateAfterTry = (terms: LockTerms, state: LockState | null, now: Date): LockState => {
  const forgotten = state === null || later(state.lastAt, terms.forgetAfterSeconds) <= now;
  const failures = forgotten ? 1 : state.failures + 1;
  return { failures, lastAt: now, lockedUntil: lockedUntil(terms, failures, now) };
};

/** The state once a counted try turned out right: it no longer counts, and the lock it alone caused is gone. */
export const stateAfterRefund = (terms: LockTerms, state: LockState): LockState => {
  const failures = Math.max(0, state.failures - 1);
  return { ...state, failures, lockedUntil: failures < terms.freeFailures ? null : state.lockedUntil };
};
