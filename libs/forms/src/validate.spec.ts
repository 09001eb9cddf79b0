import type { FormProblemCode } from '@soc-coop/contracts';

import { withValueAt } from './content/values';
import type { JsonObject, JsonValue } from './schema/json-schema';
import { EX02 } from './types/ex02';
import { validateAnswer, validateRequest, type AnswerOptions } from './validate';

const TODAY = '2026-11-22';

const REQUEST: JsonObject = {
  purpose: 'SOCIAL_SURVEY',
  address: { country: 'BG', district: 'Добрич', locality: 'Балчик', street: 'ул. „Дунав“ 1' },
  period: { from: '2026-01-01', to: '2026-10-31' },
  questions: {
    Q1: { asked: true, purpose: 'YEARLY_CHECK' },
    Q2: { asked: true, purpose: 'SOCIAL_SURVEY' },
    Q3: { asked: true, purpose: 'SOCIAL_SURVEY' },
    Q4: { asked: true, purpose: 'SOCIAL_SURVEY' },
    Q6: { asked: true, purpose: 'SOCIAL_SURVEY' },
  },
};

const ANSWER: JsonObject = {
  answers: {
    Q1: {
      registrations: [
        {
          kind: 'DOMICILE',
          address: { country: 'BG', locality: 'Балчик' },
          from: '2019-05-01',
          to: '2025-12-31',
        },
      ],
    },
    Q2: {
      result: 'LIVES',
      since: '2019-05-01',
      elements: [{ element: 'HOUSING', finding: 'договор за наем' }],
    },
    Q3: {
      alone: 'NO',
      members: [
        { person: { familyName: 'Примерова', givenName: 'Ада' }, relation: 'SIBLING', since: '2020-01-01' },
      ],
    },
    Q4: { tenure: 'RENTED', rooms: 2, utilities: ['WATER', 'ELECTRICITY'], state: 'GOOD' },
    Q6: { made: 'NO', whyNot: 'не е необходимо' },
  },
};

type Expected = readonly [path: string, code: FormProblemCode][];
type Change = readonly [path: string, value: JsonValue | undefined];

const changed = (content: JsonObject, changes: readonly Change[]): JsonObject =>
  changes.reduce((values, [path, value]) => withValueAt(values, path, value), content);

const inRequest = (...changes: Change[]): Expected =>
  validateRequest(EX02, changed(REQUEST, changes), { today: TODAY }).map(({ path, code }) => [path, code]);

const inAnswer = (changes: readonly Change[], options: AnswerOptions = {}, request = REQUEST): Expected =>
  validateAnswer(EX02, request, changed(ANSWER, changes), { today: TODAY, ...options }).map(
    ({ path, code }) => [path, code],
  );

describe('a request of EX02', () => {
  it('passes when it is whole', () => expect(inRequest()).toEqual([]));

  const cases: readonly (readonly [string, readonly Change[], Expected])[] = [
    [
      'lacks a purpose',
      [
        ['purpose', undefined],
        ['questions.Q4', undefined],
      ],
      [['purpose', 'required']],
    ],
    [
      'has a purpose of no list',
      [
        ['purpose', 'FUN'],
        ['questions.Q4', undefined],
      ],
      [['purpose', 'notInList']],
    ],
    ['lacks a part of the address', [['address.locality', undefined]], [['address.locality', 'required']]],
    ['has a blank text', [['address.locality', ' ']], [['address.locality', 'required']]],
    ['names a country that is none', [['address.country', 'XX']], [['address.country', 'notInList']]],
    ['has a period that ends before it begins', [['period.to', '2025-12-31']], [['period.to', 'dateOrder']]],
    ['has a day that does not exist', [['period.to', '2026-02-30']], [['period.to', 'date']]],
    ['asks nothing', [['questions', undefined]], [['questions', 'noQuestion']]],
    ['asks without a purpose', [['questions.Q1.purpose', undefined]], [['questions.Q1.purpose', 'required']]],
    [
      'asks for housing for another purpose',
      [['questions.Q4.purpose', 'CHANGE']],
      [['questions.Q4.purpose', 'notInList']],
    ],
    [
      'asks for housing without a social survey',
      [['purpose', 'CHANGE']],
      [['questions.Q4', 'notApplicable']],
    ],
    [
      'asks a question nobody defined',
      [['questions.Q9', { asked: true }]],
      [['questions.Q9', 'unknownField']],
    ],
    [
      'unticks by false instead of leaving out',
      [['questions.Q1.asked', false]],
      [['questions.Q1.asked', 'notInList']],
    ],
    ['carries an unknown field', [['extra', 1]], [['extra', 'unknownField']]],
    ['has a number for a text', [['background', 7]], [['background', 'type']]],
    ['is too long', [['background', 'я'.repeat(4001)]], [['background', 'tooLong']]],
    ['has half a character', [['background', 'a\ud83d']], [['background', 'characters']]],
    ['has a control character', [['background', 'a\u0000']], [['background', 'characters']]],
  ];
  it.each(cases)('that %s is refused', (_, changes, expected) =>
    expect(inRequest(...changes)).toEqual(expected),
  );

  it.each([null, 'text', [], 7])('that is %p and no object is refused', (content) => {
    expect(validateRequest(EX02, content)).toEqual([{ path: '', code: 'type', params: {} }]);
  });

  it('tells the bound that was passed, never the value', () => {
    const [problem] = validateRequest(EX02, { ...REQUEST, background: 'x'.repeat(4001) });
    expect(problem).toEqual({ path: 'background', code: 'tooLong', params: { max: 4000 } });
  });

  it('of absurd depth or size is refused at a bounded cost', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
    expect(validateRequest(EX02, deep)).toEqual([{ path: '', code: 'tooLarge', params: {} }]);
    const wide = { background: Array.from({ length: 30_000 }, () => 'x') };
    expect(validateRequest(EX02, wide)).toEqual([{ path: '', code: 'tooLarge', params: {} }]);
  });
});

describe('a draft request', () => {
  it.each<readonly [string, unknown, Expected]>([
    ['may be empty', {}, []],
    ['may be half written', { purpose: 'CHANGE', period: { from: '2026-1' }, address: { street: ' ' } }, []],
    ['may keep what is hidden for now', { ...REQUEST, purpose: 'CHANGE' }, []],
    ['must have the shape', { purpose: 7 }, [['purpose', 'type']]],
    ['must know its fields', { extra: 1 }, [['extra', 'unknownField']]],
  ])('%s', (_, content, expected) => {
    const problems = validateRequest(EX02, content, { partial: true });
    expect(problems.map(({ path, code }) => [path, code])).toEqual(expected);
  });
});

describe('an answer of EX02', () => {
  it('passes when every asked question is answered', () => {
    expect(inAnswer([])).toEqual([]);
    expect(inAnswer([], { completeness: 'FULL' })).toEqual([]);
  });

  const cases: readonly (readonly [string, readonly Change[], Expected])[] = [
    ['is silent on a question', [['answers.Q2', undefined]], [['answers.Q2', 'unanswered']]],
    ['tells what was not asked', [['answers.Q5', { any: 'NO' }]], [['answers.Q5', 'notAsked']]],
    ['gives a gap for what was not asked', [['answers.Q5', { gap: 'NK' }]], [['answers.Q5', 'notAsked']]],
    ['gives both a value and a gap', [['answers.Q2.gap', 'NK']], [['answers.Q2', 'gapAndValue']]],
    ['invents a gap', [['answers.Q2', { gap: 'XX' }]], [['answers.Q2.gap', 'notInList']]],
    [
      'explains a gap it does not give',
      [['answers.Q2.gapNote', 'x']],
      [['answers.Q2.gapNote', 'notApplicable']],
    ],
    ['leaves out a required value', [['answers.Q4.state', undefined]], [['answers.Q4.state', 'required']]],
    [
      'lists members of one who lives alone',
      [['answers.Q3.alone', 'YES']],
      [['answers.Q3.members', 'notApplicable']],
    ],
    ['lists no members', [['answers.Q3.members', undefined]], [['answers.Q3.members', 'required']]],
    [
      'has a date for a visit not made',
      [['answers.Q6.date', '2026-10-01']],
      [['answers.Q6.date', 'notApplicable']],
    ],
    ['tells of tomorrow', [['answers.Q2.since', '2026-11-23']], [['answers.Q2.since', 'future']]],
    ['counts rooms in halves', [['answers.Q4.rooms', 1.5]], [['answers.Q4.rooms', 'type']]],
    ['counts too many rooms', [['answers.Q4.rooms', 51]], [['answers.Q4.rooms', 'outOfRange']]],
    [
      'repeats a utility',
      [['answers.Q4.utilities', ['WATER', 'WATER']]],
      [['answers.Q4.utilities', 'duplicate']],
    ],
    [
      'made a visit but says little',
      [['answers.Q6', { made: 'YES', result: 'REFUSED', findings: 'x' }]],
      [
        ['answers.Q6.date', 'required'],
        ['answers.Q6.officer', 'required'],
        ['answers.Q6.findings', 'notApplicable'],
      ],
    ],
    [
      'has rows that lack their own',
      [['answers.Q3.members', [{ person: { givenName: 'Ада', birthDate: '2030-01-01' } }, {}]]],
      [
        ['answers.Q3.members.0.relation', 'required'],
        ['answers.Q3.members.0.person.familyName', 'required'],
        ['answers.Q3.members.1.person', 'required'],
        ['answers.Q3.members.1.relation', 'required'],
        ['answers.Q3.members.0.person.birthDate', 'future'],
      ],
    ],
    [
      'has a row that ends before it begins',
      [['answers.Q1.registrations', [{ ...row(), from: '2026-01-02', to: '2026-01-01' }]]],
      [['answers.Q1.registrations.0.to', 'dateOrder']],
    ],
    [
      'has more rows than the table takes',
      [['answers.Q1.registrations', Array.from({ length: 21 }, row)]],
      [['answers.Q1.registrations', 'tooMany']],
    ],
  ];
  it.each(cases)('that %s is refused', (_, changes, expected) => {
    expect([...inAnswer(changes)].sort()).toEqual([...expected].sort());
  });

  it('may leave every question open with a code', () => {
    const gaps = {
      answers: Object.fromEntries(['Q1', 'Q2', 'Q3', 'Q4', 'Q6'].map((code) => [code, { gap: 'NK' }])),
    };
    expect(validateAnswer(EX02, REQUEST, gaps, { completeness: 'NEG' })).toEqual([]);
  });

  it.each<readonly [AnswerOptions['completeness'] & string, JsonValue, Expected]>([
    ['FULL', { gap: 'NK' }, [['answers.Q2', 'gapInFullAnswer']]],
    ['FULL', { gap: 'LT', gapNote: 'x' }, [['answers.Q2', 'gapInFullAnswer']]],
    ['FULL', { gap: 'NR' }, []],
    ['PART', { gap: 'NA' }, []],
  ])('declared %s with %p', (completeness, q2, expected) => {
    expect(inAnswer([['answers.Q2', q2]], { completeness })).toEqual(expected);
  });

  it('declared negative must hold no values', () => {
    const codes = inAnswer([], { completeness: 'NEG' }).map(([, code]) => code);
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'valueInNegativeAnswer'));
  });

  it('as a draft may be silent, but tells nothing that was not asked', () => {
    expect(inAnswer([['answers.Q2', undefined]], { partial: true })).toEqual([]);
    expect(inAnswer([['answers.Q5', { any: 'NO' }]], { partial: true })).toEqual([
      ['answers.Q5', 'notAsked'],
    ]);
  });
});

function row(): JsonObject {
  return { kind: 'DOMICILE', address: { country: 'BG', locality: 'Балчик' }, from: '2019-05-01' };
}
