import {
  ANSWER_GAPS,
  CERTIFICATE_KINDS,
  COMPLETENESS,
  COUNTRIES,
  ERROR_CODES,
  EXCHANGE_MOVES,
  EXCHANGE_QUEUES,
  EXCHANGE_SIDES,
  EXCHANGE_STATES,
  FORM_PROBLEM_CODES,
  LOCALES,
  QUALITY_MARKS,
  REASON_LISTS,
  ROLES,
  SUBJECT_WARNING_CODES,
  URGENCIES,
  errorDefinition,
  type Locale,
} from '@soc-coop/contracts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import bg from './bg';
import en from './en';
import { FEATURES } from './features';
import { placesOf, splitForms } from './format';
import { findMessage, listMessages, type MessageTree } from './keys';
import { pluralForms } from './plurals';
import ro from './ro';

const CATALOGUES: Readonly<Record<Locale, MessageTree>> = { ro, bg, en };
const textsOf = (locale: Locale) => new Map(listMessages(CATALOGUES[locale]));
const failing = (locale: Locale, wrong: (text: string, key: string) => boolean): string[] =>
  [...textsOf(locale)].filter(([key, text]) => wrong(text, key)).map(([key]) => key);

/** Names of languages stand in their own script wherever they are read. */
const OWN_SCRIPT = /^common\.ownLanguageName\./;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Words of a text without its places, whose names are code. */
const wordsOf = (text: string): readonly string[] =>
  text.replace(/\{[^}]*\}/g, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];

describe('the files of a locale', () => {
  it.each(LOCALES)('are one per feature in %s, and every feature is in the catalogue', (locale) => {
    const files = readdirSync(join(__dirname, '../locales', locale)).map((name) => name.replace('.json', ''));
    expect(files.sort()).toEqual([...FEATURES]);
    expect(Object.keys(CATALOGUES[locale]).sort()).toEqual([...FEATURES]);
  });
});

describe.each(['bg', 'en'] as const)('%s against Romanian', (locale) => {
  const ours = textsOf(locale);
  const theirs = textsOf('ro');

  it('has the same keys', () => {
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
  });

  it('asks for the same values in each text', () => {
    const different = [...theirs].filter(
      ([key, text]) => placesOf(text).join() !== placesOf(ours.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('is plural where Romanian is plural', () => {
    const isPlural = (text: string): boolean => splitForms(text).length > 1;
    const different = [...theirs].filter(([key, text]) => isPlural(text) !== isPlural(ours.get(key) ?? ''));
    expect(different.map(([key]) => key)).toEqual([]);
  });
});

describe.each(LOCALES)('texts in %s', (locale) => {
  it('are never empty and carry no stray space', () => {
    expect(failing(locale, (text) => text === '' || text !== text.trim() || text.includes('  '))).toEqual([]);
  });

  it('have all plural forms of the language, or one', () => {
    const forms = pluralForms(locale);
    expect(failing(locale, (text) => ![1, forms, forms + 1].includes(splitForms(text).length))).toEqual([]);
  });

  it('are well formed for the message compiler', () => {
    const bare = (text: string): string => text.replace(/\{\s*(?:'[^']*'|\w+)\s*\}/g, '');
    expect(failing(locale, (text) => /[{}@]/.test(bare(text)))).toEqual([]);
  });

  it('use the typography of the language', () => {
    expect(failing(locale, (text) => /"|\.\.\./.test(text))).toEqual([]);
  });

  it('never mix two alphabets in one word', () => {
    const mixed = (text: string): boolean =>
      wordsOf(text).some((word) => CYRILLIC.test(word) && /\p{Script=Latin}/u.test(word));
    expect(failing(locale, mixed)).toEqual([]);
  });
});

describe('alphabets', () => {
  it('Romanian has the letters with a comma below only', () => {
    expect(failing('ro', (text) => /[\u015E\u015F\u0162\u0163]/.test(text.normalize('NFC')))).toEqual([]);
  });

  it.each(['ro', 'en'] as const)('%s has no Cyrillic letter', (locale) => {
    expect(failing(locale, (text, key) => CYRILLIC.test(text) && !OWN_SCRIPT.test(key))).toEqual([]);
  });

  it('Bulgarian is Cyrillic but for names and acronyms', () => {
    const foreign = (text: string): boolean =>
      !CYRILLIC.test(text) && wordsOf(text).some((word) => !/^\p{Lu}/u.test(word));
    expect(failing('bg', (text, key) => foreign(text) && !OWN_SCRIPT.test(key))).toEqual([]);
  });
});

describe.each(LOCALES)('coded errors in %s', (locale) => {
  const errors = CATALOGUES[locale]['errors'];
  const texts = new Map(listMessages(typeof errors === 'object' ? errors : {}));

  it('each have a text, and there is no text without a code', () => {
    expect([...texts.keys()].sort()).toEqual([...ERROR_CODES].sort());
  });

  it('ask only for the parameters their code declares', () => {
    const undeclared = ERROR_CODES.filter((code) =>
      placesOf(texts.get(code) ?? '').some((place) => !errorDefinition(code).params.includes(place)),
    );
    expect(undeclared).toEqual([]);
  });
});

describe('the words for the contracts', () => {
  const branches = {
    state: EXCHANGE_STATES,
    move: EXCHANGE_MOVES,
    moveDone: EXCHANGE_MOVES,
    side: [...EXCHANGE_SIDES, 'SYSTEM'],
    urgency: URGENCIES,
    completeness: COMPLETENESS,
    gap: ANSWER_GAPS,
    quality: QUALITY_MARKS,
    queue: EXCHANGE_QUEUES,
    role: ROLES,
    certificate: CERTIFICATE_KINDS,
    reasonList: REASON_LISTS,
    country: COUNTRIES,
    language: LOCALES,
    ownLanguageName: LOCALES,
  };

  it.each(Object.entries(branches))(
    'common.%s has a word for each constant and no other',
    (branch, codes) => {
      const words = ro.common[branch as keyof typeof branches];
      expect(Object.keys(words).sort()).toEqual([...codes].sort());
      for (const code of codes) expect(findMessage(ro, `common.${branch}.${code}`)).not.toBeNull();
    },
  );

  it.each([
    ['problem', ro.forms.problem, FORM_PROBLEM_CODES],
    ['warning', ro.forms.warning, SUBJECT_WARNING_CODES],
  ])('forms.%s has a text for each code and no other', (_, texts, codes) => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
  });
});
