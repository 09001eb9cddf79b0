/** Errors whose refusal already stands in the audit trail: one refusal, one event. */
const recorded = new WeakSet<object>();

/** Remembers that an error's refusal has been written. */
export const markRecorded = (error: unknown): void => {
  if (typeof error === 'object' && error !== null) recorded.add(error);
};

/** True when the refusal stands in the audit trail. */
export const isRecorded = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && recorded.has(error);
