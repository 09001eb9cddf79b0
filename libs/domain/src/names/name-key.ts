import { searchKey } from './search-key';

/** One rule of the wide key: what is written differently, and the class all writings go to. */
interface Fold {
  readonly from: RegExp;
  readonly to: string;
}

/**
 * In this order, on a search key. Romanian officers write Bulgarian names by Romanian sounds and without marks,
 * papers before 2000 in the French manner; each rule names what it brings together.
 */
const FOLDS: readonly Fold[] = [
  { from: /sht|sch(?=[aeiou])/g, to: 'st' }, // щ: Shterev, Șterev, Sterev
  { from: /sh/g, to: 's' }, // ш: Shumen, Șumen
  { from: /t[sz]|c(?=v)/g, to: 't' }, // ц: Tsvetan, Tzvetan, Țvetan, Cvetan
  { from: /zh/g, to: 'j' }, // ж: Zhivko, Jivko
  { from: /kh|ch(?=r)/g, to: 'h' }, // х: Mikhail, Mihail; Christo, Hristo
  { from: /gh(?=[ei])/g, to: 'g' }, // г: Gheorghiev, Georgiev
  { from: /g[ei](?=[aou])/g, to: 'dj' }, // дж: Geambov, Dzhambov; both spellings of Георг- change alike
  { from: /y/g, to: 'i' }, // й, ь, ю, я: Nikolay, Nicolai; Kolyo, Kolio
  { from: /ch|[kq]/g, to: 'c' }, // к: Kamelia, Camelia; ч, which Romanian reads as k: Chavdar, Cavdar
  { from: /c[ei](?=[aou])/g, to: 'c' }, // ч: Ceavdar, Ciavdar
  { from: /(?<=[a-z])ci\b/g, to: 'c' }, // ч at the end: Dobrici, Dobrich
  { from: /x/g, to: 'cs' }, // кс: Alexandar, Aleksandar
  { from: /w|ff\b/g, to: 'v' }, // в: Stancioff, Stanchov
  { from: /ou/g, to: 'u' }, // у in the French manner: Roussev, Rusev
  { from: /ea/g, to: 'ia' }, // я after a consonant: Breag, Bryag
  { from: /\bie/g, to: 'e' }, // е at the start: Yelena, Ielena, Elena
  { from: /([a-z])\1+/g, to: '$1' }, // doubled letters: Anna, Ana; and iya, iia, ia
];

/** Before 1993 î stood where â stands now inside a word: Pîrvu, Pârvu. The search key alone would part them. */
const OLD_SPELLING = /(?<=\p{L})î(?=\p{L})/giu;

/**
 * A wide key for names of persons and places: spellings of one Bulgarian name by the law, by Romanian ears and by
 * older habit meet (Георгиев, Georgiev, Gheorghiev). Different names can meet too (Sava and Шава), so it suggests
 * and never decides; exact search and every uniqueness rule use `searchKey`.
 *
 * What it cannot bring together: ъ written u (Turnovo), ц written c before a vowel (Vraca), names a person chose for
 * the document, and translated names (Иван, Ioan), see `explainNameMatch`.
 */
export const nameKey = (text: string): string =>
  FOLDS.reduce(
    (key, { from, to }) => key.replace(from, to),
    searchKey(text.normalize('NFC').replace(OLD_SPELLING, 'â')),
  );
