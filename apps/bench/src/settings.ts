import { join } from 'node:path';

/** The top of the project, from `apps/bench/dist`. */
export const root = join(__dirname, '..', '..', '..');

/** Everything one run needs to know. */
export interface Settings {
  readonly quick: boolean;
  /** Compares answers and measures nothing. */
  readonly check: boolean;
  /** Builds the data anew, whatever is kept. */
  readonly fresh: boolean;
  readonly docs: boolean;
  /** The one operation to measure; null for all. */
  readonly only: string | null;
  readonly exchanges: number;
  /** How often each cell is measured; the middle one counts. */
  readonly rounds: number;
  readonly seed: number;
  /** The folder of what is kept between runs. */
  readonly home: string;
  readonly serverPid: number;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
}

const FULL = 1_000_000;
const QUICK = 50_000;
/** Enough that every kind of case occurs, few enough for every `npm test`. */
const CHECK = 5_000;
const SEED = 2019;
const ROUNDS = 3;

const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing: start with "pnpm bench".`);
  return value;
};

const wordAfter = (words: readonly string[], name: string): string | null => {
  const at = words.indexOf(name);
  return at < 0 ? null : (words[at + 1] ?? null);
};

/** Reads the words of the command line and what the launcher says of its server. */
export const readSettings = (words: readonly string[]): Settings => {
  const quick = words.includes('--quick');
  const check = words.includes('--check');
  const usual = check ? CHECK : quick ? QUICK : FULL;
  return {
    quick,
    check,
    fresh: words.includes('--fresh'),
    docs: !words.includes('--no-docs'),
    only: wordAfter(words, '--only'),
    exchanges: Number(wordAfter(words, '--exchanges') ?? usual),
    rounds: Number(wordAfter(words, '--rounds') ?? (quick ? 1 : ROUNDS)),
    seed: SEED,
    home: required('BENCH_HOME'),
    serverPid: Number(required('BENCH_SERVER_PID')),
    ownerUrl: required('BENCH_OWNER_URL'),
    superuserUrl: required('BENCH_SUPERUSER_URL'),
  };
};

/** The same address with another database. */
export const withDatabase = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};
