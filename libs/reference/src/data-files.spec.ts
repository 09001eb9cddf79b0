import { LOCALES } from '@soc-coop/contracts';

import agreement from '../data/agreement.json';
import benefits from '../data/benefits.json';
import competences from '../data/competences.json';
import glossary from '../data/glossary.json';
import holidays from '../data/holidays.json';
import organisations from '../data/organisations.json';
import programme from '../data/programme.json';
import territories from '../data/territories.json';
import trainings from '../data/trainings.json';

const FILES = {
  agreement,
  benefits,
  competences,
  glossary,
  holidays,
  organisations,
  programme,
  territories,
  trainings,
};

/** Every object inside a value, with its place. */
const objectsIn = (value: unknown, path: string): readonly (readonly [string, Record<string, unknown>])[] => {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  const inside = members.flatMap(([key, item]: [string, unknown]) => objectsIn(item, `${path}/${key}`));
  return Array.isArray(value) ? inside : [[path, Object.fromEntries(members)], ...inside];
};

/** Places where a language may be missing, and grammar notes, which are not labels. */
const NOT_LABELS = /\/(abbreviations|otherNames|formerNames\/\d+|formats|agreementInGender|plurals\/.*)$/;

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

describe.each(Object.entries(FILES))('%s.json', (name, data) => {
  const text = JSON.stringify(data);

  it('says what it is and where it comes from', () => {
    expect(data.meta.about).not.toBe('');
    expect(data.meta.compiled).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(Object.keys(data.meta.sources).length).toBeGreaterThan(0);
    for (const source of Object.values(data.meta.sources)) expect(source).not.toBe('');
  });

  it('has Romanian letters with a comma below, composed and well-formed', () => {
    expect(text).not.toMatch(/[şţŞŢ]/);
    expect(text.normalize('NFC')).toBe(text);
    expect(text.isWellFormed()).toBe(true);
  });

  it('has every label in all three languages', () => {
    const labels = objectsIn(data, '').filter(
      ([path, object]) => LOCALES.some((locale) => locale in object) && !NOT_LABELS.test(path),
    );
    const missing = labels.flatMap(([path, object]) =>
      LOCALES.filter((locale) => !hasText(object[locale])).map((locale) => `${path}/${locale}`),
    );
    expect(missing).toEqual([]);
    expect(labels.length > 0).toBe(name !== 'competences');
  });

  it('explains every short source key it uses', () => {
    const known = new Set([...Object.keys(data.meta.sources), 'ours']);
    const used = objectsIn(data, '')
      .filter(([path]) => !path.startsWith('/meta'))
      .flatMap(([, { sources }]) => listOf(sources))
      .filter((source): source is string => typeof source === 'string' && /^[A-Z]+\d*$/.test(source));
    expect([...new Set(used)].filter((key) => !known.has(key))).toEqual([]);
  });
});
