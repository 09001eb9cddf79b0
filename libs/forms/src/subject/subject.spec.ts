import type { JsonObject } from '../schema/json-schema';
import { subjectDemand, subjectWarnings, validateSubject } from './subject';

const TODAY = '2026-11-22';
const NEEDED = { subject: { required: true, identifierOrParents: true } };

/** An invented person of the nineteenth century with a number that follows the rules: 10 July 1850. */
const EGN = '5027101125';
const person = (more: JsonObject = {}): JsonObject => ({
  familyName: 'Примеров',
  givenName: 'Иван',
  birthDate: '1850-07-10',
  identifiers: [{ type: 'egn', country: 'BG', value: EGN }],
  ...more,
});
const codes = (subject: unknown): readonly string[] =>
  validateSubject(NEEDED, subject, { today: TODAY }).map(({ path, code }) => `${path} ${code}`);
const numbered = (identifier: JsonObject, more: JsonObject = {}): JsonObject =>
  person({ ...more, identifiers: [identifier] });

describe('validateSubject', () => {
  it('takes a person with a number', () => expect(codes(person())).toEqual([]));

  it.each<readonly [string, unknown, readonly string[]]>([
    ['nobody', {}, [' required']],
    ['null', null, [' required']],
    ['no name', person({ givenName: ' ' }), ['givenName required']],
    ['an unborn person', person({ birthDate: '2026-11-23' }), ['birthDate future']],
    ['an unknown field', person({ religion: 'x' }), ['religion unknownField']],
    [
      'too few digits',
      numbered({ type: 'egn', country: 'BG', value: '502710112' }),
      ['identifiers.0.value identifier'],
    ],
    [
      'a CNP of Bulgaria',
      numbered({ type: 'egn', country: 'RO', value: EGN }),
      ['identifiers.0.country notInList'],
    ],
    [
      'no number and no parents',
      person({ identifiers: [], birthPlace: 'Русе' }),
      [
        'identifiers required',
        'identifiers identifierOrParents',
        'motherName required',
        'fatherName required',
      ],
    ],
  ])('refuses %s', (_, subject, expected) =>
    expect([...codes(subject)].sort()).toEqual([...expected].sort()),
  );

  it('takes parents and place of birth instead of a number', () => {
    const { identifiers: _, ...unnumbered } = person({
      motherName: 'А',
      fatherName: 'Б',
      birthPlace: 'Русе',
    });
    expect(codes(unnumbered)).toEqual([]);
  });

  it('takes any number it has no rules for', () => {
    expect(codes(numbered({ type: 'other', country: 'MD', value: 'X-1' }))).toEqual([]);
  });

  it('lets a draft be incomplete, and a type do without a person', () => {
    expect(validateSubject(NEEDED, { familyName: 'П' }, { partial: true })).toEqual([]);
    expect(validateSubject(NEEDED, {}, { partial: true })).toEqual([]);
    expect(validateSubject({ subject: { required: false, identifierOrParents: false } }, undefined)).toEqual(
      [],
    );
  });
});

describe('a person asked for only sometimes', () => {
  const sometimes = {
    subject: { when: [{ field: 'about', in: ['YES'] }], required: true, identifierOrParents: true },
  };
  const found = (subject: unknown, content?: JsonObject): readonly string[] =>
    validateSubject(sometimes, subject, { today: TODAY, ...(content && { content }) }).map(
      ({ path, code }) => `${path} ${code}`,
    );

  it('is needed while the content says so, and refused while it does not', () => {
    expect(found({}, { about: 'YES' })).toEqual([' required']);
    expect(found(person(), { about: 'YES' })).toEqual([]);
    expect(found({}, { about: 'NO' })).toEqual([]);
    expect(found(person(), { about: 'NO' })).toEqual([' personNotNeeded']);
    expect(found(person(), {})).toEqual([' personNotNeeded']);
  });

  it('is left open while the content is not known, but never let through badly written', () => {
    expect(found({})).toEqual([]);
    expect(found(person())).toEqual([]);
    expect(found(person({ religion: 'x' }))).toEqual(['religion unknownField']);
  });

  it('may be in a draft whatever the content says', () => {
    expect(validateSubject(sometimes, person(), { partial: true, content: { about: 'NO' } })).toEqual([]);
  });

  it('tells a renderer in advance', () => {
    expect(subjectDemand(sometimes, { about: 'YES' })).toBe('required');
    expect(subjectDemand(sometimes, {})).toBe('none');
    expect(subjectDemand(NEEDED, {})).toBe('required');
    expect(subjectDemand({ subject: { required: false, identifierOrParents: false } }, {})).toBe('optional');
  });
});

describe('subjectWarnings', () => {
  const warnings = (subject: JsonObject) =>
    subjectWarnings(subject, TODAY).map(({ path, code, needsConfirmation }) => [
      path,
      code,
      needsConfirmation,
    ]);

  it('has none for a person whose data agree', () => expect(warnings(person({ sex: 'M' }))).toEqual([]));

  it('doubts a wrong control digit until it is confirmed, and forbids nothing', () => {
    const wrong = { type: 'egn', country: 'BG', value: '5027101126' };
    expect(codes(numbered(wrong))).toEqual([]);
    expect(warnings(numbered(wrong))).toEqual([['identifiers.0.value', 'CHECKSUM', true]]);
    expect(warnings(numbered({ ...wrong, confirmed: 'YES' }))).toEqual([
      ['identifiers.0.value', 'CHECKSUM', false],
    ]);
  });

  it('sees that number and data disagree', () => {
    expect(warnings(person({ birthDate: '1850-07-11', sex: 'F' }))).toEqual([
      ['identifiers.0.value', 'BIRTH_DATE_DIFFERS', true],
      ['identifiers.0.value', 'SEX_DIFFERS', true],
    ]);
  });

  it('sees a Latin letter in a Cyrillic name, which holds nothing back', () => {
    expect(warnings(person({ familyName: 'Пpимеров' }))).toEqual([['familyName', 'MIXED_SCRIPT', false]]);
  });

  it('stays calm on half-written rows', () => {
    expect(warnings(person({ identifiers: [{ type: 'egn' }, {}, 'x'] }))).toEqual([]);
  });
});
