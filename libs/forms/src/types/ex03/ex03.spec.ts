import type { FormProblemCode } from '@soc-coop/contracts';

import GOLDEN from '../../../golden/EX03.json';
import { valueAt, withValueAt } from '../../content/values';
import { settleContent } from '../../rules/settle';
import { askedQuestions, questionFields } from '../../rules/visibility';
import type { JsonObject, JsonValue } from '../../schema/json-schema';
import { validateAnswer, validateRequest } from '../../validate';
import { EX03 } from '.';

const TODAY = '2026-11-22';
const REQUEST: JsonObject = GOLDEN.request;
const ALONE = withValueAt(withValueAt(REQUEST, 'others', undefined), 'withOthers', 'NO');

type Change = readonly [path: string, value: JsonValue | undefined];
type Found = readonly (readonly [path: string, code: FormProblemCode])[];

const changed = (content: JsonObject, changes: readonly Change[]): JsonObject =>
  changes.reduce((values, [path, value]) => withValueAt(values, path, value), content);
const inRequest = (...changes: readonly Change[]): Found =>
  validateRequest(EX03, changed(REQUEST, changes), { today: TODAY }).map(({ path, code }) => [path, code]);
const inAnswer = (changes: readonly Change[], request = REQUEST): Found =>
  validateAnswer(EX03, request, changed(GOLDEN.answer, changes), { today: TODAY }).map(({ path, code }) => [
    path,
    code,
  ]);

const INCOME: JsonObject = {
  type: 'WAGE',
  basis: 'NET',
  amount: { amount: '500', currency: 'EUR' },
  time: 'ONE_MONTH',
  month: '2026-06',
  payer: 'EMPLOYER',
  source: 'TAX',
};

describe('a request of EX03', () => {
  it('asks the six questions of the domain, each with a purpose, none by itself', () => {
    const questions = questionFields(EX03.request);
    expect(questions.map(({ question }) => question)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6']);
    expect(questions.every(({ purpose, purposes }) => purpose !== undefined && purposes.length > 0)).toBe(
      true,
    );
    expect(askedQuestions(EX03.request, {})).toEqual([]);
  });

  const cases: readonly (readonly [string, readonly Change[], Found])[] = [
    ['has no months', [['months', undefined]], [['months.from', 'required']]],
    ['ends before it begins', [['months.to', '2026-04']], [['months.to', 'dateOrder']]],
    ['asks about a month to come', [['months.to', '2026-12']], [['months.to', 'future']]],
    ['has a thirteenth month', [['months.to', '2026-13']], [['months.to', 'format']]],
    ['has a day for a month', [['months.to', '2026-10-31']], [['months.to', 'format']]],
    ['names nobody besides', [['others', undefined]], [['others', 'required']]],
    ['names somebody it does not ask about', [['withOthers', 'NO']], [['others', 'notApplicable']]],
    ['asks for savings without a basis', [['restrictedBasis', undefined]], [['restrictedBasis', 'required']]],
    [
      'asks for savings in a social survey',
      [['questions.Q5.purpose', 'SOCIAL_SURVEY']],
      [['questions.Q5.purpose', 'notInList']],
    ],
    [
      'gives a basis for what it does not ask',
      [['questions.Q5', undefined]],
      [['restrictedBasis', 'notApplicable']],
    ],
  ];
  it.each(cases)('that %s is refused', (_, changes, expected) => {
    // A pattern that is broken may break a second rule at the same place; the first is what matters.
    expect(inRequest(...changes).slice(0, 1)).toEqual(expected);
  });

  it('may be for one month alone', () => expect(inRequest(['months.from', '2026-10'])).toEqual([]));
});

describe('an answer of EX03', () => {
  const incomes = (...rows: readonly JsonObject[]): Change => ['answers.Q1.incomes', rows];

  it('names no person where only one is asked about', () => {
    const answer = settleContent(EX03.answer, GOLDEN.answer, { request: ALONE });
    expect(valueAt(answer, 'answers.Q1.incomes.0.whose')).toBeUndefined();
    expect(validateAnswer(EX03, ALONE, answer, { today: TODAY })).toEqual([]);
    expect(inAnswer([incomes({ ...INCOME, whose: 'SUBJECT' })], ALONE)).toContainEqual([
      'answers.Q1.incomes.0.whose',
      'notApplicable',
    ]);
  });

  it('says whom each row is about where several are', () => {
    expect(inAnswer([incomes(INCOME)])).toEqual([['answers.Q1.incomes.0.whose', 'required']]);
    expect(inAnswer([incomes({ ...INCOME, whose: 'MEMBER' })])).toEqual([
      ['answers.Q1.incomes.0.person', 'required'],
    ]);
  });

  const rows: readonly (readonly [string, string, JsonObject, readonly string[]])[] = [
    ['an income', 'Q1.incomes', INCOME, []],
    ['no income', 'Q1.incomes', { type: 'NONE', time: 'ONE_MONTH', month: '2026-06', source: 'TAX' }, []],
    [
      'no income, but an amount',
      'Q1.incomes',
      { ...INCOME, type: 'NONE' },
      ['basis notApplicable', 'amount notApplicable', 'payer notApplicable'],
    ],
    ['a future month', 'Q1.incomes', { ...INCOME, month: '2026-12' }, ['month future']],
    [
      'a month where a period is meant',
      'Q1.incomes',
      { ...INCOME, time: 'EACH_MONTH' },
      ['month notApplicable', 'period required'],
    ],
    [
      'an amount in dollars',
      'Q1.incomes',
      { ...INCOME, amount: { amount: '1', currency: 'USD' } },
      ['amount.currency notInList'],
    ],
    [
      'a tenth of a cent',
      'Q1.incomes',
      { ...INCOME, amount: { amount: '1.001', currency: 'EUR' } },
      ['amount.amount format'],
    ],
    [
      'a benefit asked for and not yet granted',
      'Q2.benefits',
      { kind: 'RO_BENEFIT', romanian: 'RO_EMERGENCY', status: 'PENDING', source: 'SOCIAL_ASSISTANCE' },
      [],
    ],
    [
      'a benefit of the wrong country',
      'Q2.benefits',
      { kind: 'RO_BENEFIT', bulgarian: 'BG_BIRTH', status: 'REFUSED', source: 'SOCIAL_ASSISTANCE' },
      ['romanian required', 'bulgarian notApplicable'],
    ],
    [
      'a share without its size',
      'Q3.estates',
      { kind: 'DWELLING', holding: 'SHARE', use: 'LIVED_IN', source: 'LAND_REGISTER' },
      ['shareParts required', 'shareOf required'],
    ],
    [
      'a vehicle among real estate',
      'Q3.estates',
      { kind: 'VEHICLE', holding: 'SOLE', use: 'LIVED_IN', source: 'LAND_REGISTER' },
      ['kind notInList'],
    ],
    [
      'machinery, which has no type of vehicle',
      'Q4.vehicles',
      { kind: 'MACHINERY', model: 'Motocultor', year: 1998, holding: 'SOLE', source: 'MUNICIPALITY' },
      [],
    ],
    [
      'savings',
      'Q5.assets',
      {
        kind: 'SAVINGS',
        form: 'DEPOSIT',
        balance: { amount: '0', currency: 'RON' },
        asOf: '2026-10-31',
        source: 'BANK',
      },
      [],
    ],
    [
      'land without anything about it',
      'Q5.assets',
      { kind: 'LAND', source: 'LAND_REGISTER' },
      ['category required', 'area required', 'holding required', 'use required'],
    ],
    [
      'a business without its state',
      'Q6.businesses',
      { form: 'SOLE_TRADER', name: 'Exemplu PFA', role: 'OWNER', source: 'TRADE_REGISTER' },
      ['state required'],
    ],
  ];
  it.each(rows)('with %s', (_, table, row, expected) => {
    const [question = ''] = table.split('.');
    const start: JsonObject = question === 'Q1' ? {} : { any: 'YES', ...(question === 'Q3' && { count: 1 }) };
    const answer = { answers: withValueAt({ [question]: start }, table, [row]) };
    const asked = { Q1: ALONE };
    const request = withValueAt(asked.Q1, 'questions', {
      [question]: { asked: true, purpose: 'NEW_APPLICATION' },
    });
    const problems = validateAnswer(EX03, request, answer, { today: TODAY });
    const base = `answers.${table}.0.`;
    const found = problems.map(({ path, code }) => `${path.slice(base.length)} ${code}`);
    expect([...found].sort()).toEqual([...expected].sort());
    expect(problems.every(({ path }) => path.startsWith(base))).toBe(true);
  });

  it.each(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'])('may say that the law keeps %s from it', (question) => {
    expect(inAnswer([[`answers.${question}`, { gap: 'NA', gapNote: 'лична тайна' }]])).toEqual([]);
  });

  it('with something must say what', () => {
    expect(inAnswer([['answers.Q4', { any: 'YES' }]])).toEqual([['answers.Q4.vehicles', 'required']]);
  });
});
