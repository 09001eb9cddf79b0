/** Serialisation failure and deadlock: PostgreSQL rolled the transaction back, and asks to have it done again. */
const RACES = new Set<unknown>(['40001', '40P01']);

/** True where PostgreSQL made a transaction the loser of a race that it may win the next time. */
export const lostARace = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && RACES.has(error.code)) return true;
  return 'driverError' in error && lostARace(error.driverError);
};
