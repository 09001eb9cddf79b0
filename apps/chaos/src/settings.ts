import { join } from 'node:path';

/** The top of the project, from `apps/chaos/dist` and from `apps/chaos/src` alike. */
export const root = join(__dirname, '..', '..', '..');

/** What the launcher made for this run, and nobody else uses: programs, folders and account of a PostgreSQL. */
export interface PostgresPlace {
  readonly program: string;
  readonly args: readonly string[];
  readonly dataDir: string;
  readonly socketDir: string;
  readonly logFile: string;
  readonly port: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** Everything one run needs to know. */
export interface Settings {
  /** What `npm test` runs: one scenario and two controls. */
  readonly short: boolean;
  /** How long the whole run lasts at most, counted from `startedAt`. */
  readonly minutes: number;
  /** For how long the scenario of random kills begins new ones. */
  readonly killSeconds: number;
  /** When the run began, by `Date.now()`: the server is made before this program is started. */
  readonly startedAt: number;
  readonly seed: number;
  /** The scenarios and controls to run, with commas between; null for all. */
  readonly only: string | null;
  /** Where the outcome goes in the shape of Jest's results; null where nobody reads it. */
  readonly results: string | null;
  /** The run's own temporary folder. */
  readonly home: string;
  readonly postgres: PostgresPlace;
}

const MINUTES = 5;
const SEED = 2019;
/** Kills of `npm test`, and kills of a run of five minutes; what is given beyond is all theirs. */
const SHORT_SECONDS = 12;
const SECONDS = 30;
/** What kills alone leave of their time for beginning, settling and judging. */
const AROUND_SECONDS = 90;

const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing: start with "pnpm chaos".`);
  return value;
};

const wordAfter = (words: readonly string[], name: string): string | null => {
  const at = words.indexOf(name);
  return at < 0 ? null : (words[at + 1] ?? null);
};

/** A number of the command line. @throws Error where it is none */
const numberAfter = (words: readonly string[], name: string, fallback: number): number => {
  const value = Number(wordAfter(words, name) ?? fallback);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} needs a number.`);
  return value;
};

/** How long kills go on, so that the run as a whole keeps to its minutes. */
export const killSecondsOf = ({
  short,
  only,
  minutes,
}: Pick<Settings, 'short' | 'only' | 'minutes'>): number => {
  if (short) return SHORT_SECONDS;
  if (only === 'kills') return Math.max(SHORT_SECONDS, minutes * 60 - AROUND_SECONDS);
  return SECONDS + Math.max(0, minutes - MINUTES) * 60;
};

/** Reads the words of the command line and what the launcher says of its server. */
export const readSettings = (words: readonly string[]): Settings => {
  const short = words.includes('--short');
  const only = wordAfter(words, '--only');
  const minutes = numberAfter(words, '--minutes', MINUTES);
  return {
    short,
    minutes,
    killSeconds: numberAfter(words, '--kills', killSecondsOf({ short, only, minutes })),
    startedAt: Number(process.env['CHAOS_STARTED_AT'] ?? Date.now()),
    seed: numberAfter(words, '--seed', SEED),
    only,
    results: wordAfter(words, '--results'),
    home: required('CHAOS_HOME'),
    // Written by the launcher a moment ago: its shape is known.
    postgres: JSON.parse(required('CHAOS_POSTGRES')) as PostgresPlace,
  };
};
