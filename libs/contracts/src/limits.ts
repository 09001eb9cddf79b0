/** Bounds every door of the product shares; one number, one place. */
export const LIMITS = {
  /** Most rows a list gives at once. */
  pageSize: 100,
  /** Rows a list gives when the caller does not say. */
  defaultPageSize: 25,
  /** Counts stop here and are shown as "1000+". */
  countCap: 1000,
  /** Longest free text in one answer, in characters. */
  freeText: 4000,
  /** Longest short text (a name, a street), in characters. */
  shortText: 200,
  /** Longest list accepted in one input. */
  inputList: 250,
  /** Bytes of one JSON request body. */
  requestBytes: 1_000_000,
  /** Levels of lists and objects in one JSON body; the deepest form needs less than half of them. */
  jsonDepth: 32,
  /** Farthest day that may be proposed for an answer, in working days: three times the ceiling of a normal one. */
  proposalWorkingDays: 60,
  /** Longest idempotency key, in characters. */
  idempotencyKey: 64,
} as const;
