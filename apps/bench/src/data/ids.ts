/** The kinds of rows the generator numbers. */
export const kinds = { exchange: 1, officer: 2, message: 5, move: 6, subject: 7 } as const;

/** The id of a generated row; the loading SQL makes the same one. */
export const benchId = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
