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
  /** How long the scenario of random kills lasts at most. */
  readonly minutes: number;
  readonly seed: number;
  /** The one scenario or control to run; null for all. */
  readonly only: string | null;
  /** Where the outcome goes in the shape of Jest's results; null where nobody reads it. */
  readonly results: string | null;
  /** The run's own temporary folder. */
  readonly home: string;
  readonly postgres: PostgresPlace;
}

const MINUTES = 0.75;
const SHORT_MINUTES = 0.25;
const SEED = 2019;

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

/** Reads the words of the command line and what the launcher says of its server. */
export const readSettings = (words: readonly string[]): Settings => {
  const short = words.includes('--short');
  return {
    short,
    minutes: numberAfter(words, '--minutes', short ? SHORT_MINUTES : MINUTES),
    seed: numberAfter(words, '--seed', SEED),
    only: wordAfter(words, '--only'),
    results: wordAfter(words, '--results'),
    home: required('CHAOS_HOME'),
    // Written by the launcher a moment ago: its shape is known.
    postgres: JSON.parse(required('CHAOS_POSTGRES')) as PostgresPlace,
  };
};
