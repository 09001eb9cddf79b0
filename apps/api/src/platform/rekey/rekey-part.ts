/** One kind of rows that depend on the master key, and how they are brought to the current one. */
export interface RekeyPart {
  /** What the operator reads. */
  readonly name: string;
  /** How many rows still depend on another key, or on none. */
  readonly pending: () => Promise<number>;
  /**
   * Brings up to `size` rows after a place to the current key, in the ambient transaction.
   * @returns the place of the last one and how many; null when there are none left after that place.
   */
  readonly batch: (after: string | null, size: number) => Promise<RekeyedBatch | null>;
}

/** What one batch did. */
export interface RekeyedBatch {
  readonly last: string;
  readonly rows: number;
}
