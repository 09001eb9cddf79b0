const WIDTH = 6;

/** The readable number of an exchange: country and county or district, year, running number. */
export const exchangeNumber = (prefix: string, year: number, running: number): string =>
  `${prefix}-${year}-${String(running).padStart(WIDTH, '0')}`;

/** Tells whether a text looks like an exchange number, so that a search can go straight to it. */
export const looksLikeNumber = (text: string): boolean => /^[A-Z]{2}(-[A-Z]{1,4})?-\d{4}-\d{6,}$/.test(text);
