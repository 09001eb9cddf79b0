/** Serialisation failure and deadlock: PostgreSQL rolled the transaction back, and asks to have it done again. */
const RACES = new Set<unknown>(['40001', '40P01']);
/** Somebody else held a lock for longer than anybody waits. */
const LOCKED = new Set<unknown>(['55P03']);

const isOneOf = (states: ReadonlySet<unknown>, error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && states.has(error.code)) return true;
  return 'driverError' in error && isOneOf(states, error.driverError);
};

/** True where PostgreSQL made a transaction the loser of a race that it may win the next time. */
export const lostARace = (error: unknown): boolean => isOneOf(RACES, error);

/** True where a statement gave up waiting for what another transaction holds. */
export const waitedInVain = (error: unknown): boolean => isOneOf(LOCKED, error);
