const lasting = new WeakSet<object>();

/**
 * Says of an object that nothing of it will ever change, however deep: what a query shows of it is then written once
 * and known for as long as the object lives. Something newer must be another object.
 */
export const markLasting = <T extends object>(value: T): T => {
  lasting.add(value);
  return value;
};

/** True for what `markLasting` was told. */
export const isLasting = (value: object): boolean => lasting.has(value);
