/** The value below which that part of the list lies. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
};

/** The middle of a list. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Three digits that count; a reader needs no more, and the machine gives no more. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
