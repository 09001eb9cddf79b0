/** A line for the person in front of the terminal. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The seconds since an instant of `performance.now()`, as a person reads them. */
export const since = (started: number): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
