/** A line for the person who watches. */
export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Does one step and says how long it took. */
export const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now();
  const value = await work();
  say(`  ✓ ${name.padEnd(34)}${((performance.now() - started) / 1000).toFixed(1)} s`);
  return value;
};
