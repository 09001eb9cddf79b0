import GOLDEN from '../../../golden/EX11.json';
import { withValueAt } from '../../content/values';
import { settleContent } from '../../rules/settle';
import { askedQuestions, questionFields, visibleFields } from '../../rules/visibility';
import type { JsonObject, JsonValue } from '../../schema/json-schema';
import { subjectDemand, validateSubject } from '../../subject/subject';
import { validateAnswer, validateRequest } from '../../validate';
import { EX11 } from '.';

const TODAY = '2026-11-22';
const REQUEST: JsonObject = GOLDEN.request;
const ABOUT_SOMEBODY = withValueAt(
  withValueAt(REQUEST, 'personalData', 'YES'),
  'personalDataReason',
  'Persoana întreabă de propriul dosar.',
);
const PERSON: JsonObject = {
  familyName: 'Примеров',
  givenName: 'Иван',
  birthDate: '1850-07-10',
  identifiers: [{ type: 'egn', country: 'BG', value: '5027101125' }],
};

type Change = readonly [path: string, value: JsonValue | undefined];
const inRequest = (...changes: readonly Change[]): readonly string[] =>
  validateRequest(
    EX11,
    changes.reduce((values, [path, value]) => withValueAt(values, path, value), REQUEST),
    { today: TODAY },
  ).map(({ path, code }) => `${path} ${code}`);
const inSubject = (subject: JsonObject, content: JsonObject): readonly string[] =>
  validateSubject(EX11, subject, { today: TODAY, content }).map(({ path, code }) => `${path} ${code}`);
const inAnswer = (answers: JsonObject, request = REQUEST): readonly string[] =>
  validateAnswer(EX11, request, { answers }, { today: TODAY }).map(({ path, code }) => `${path} ${code}`);

/** A request with so many questions, numbered from the first. */
const asking = (count: number): JsonObject => {
  const numbers = Array.from({ length: count }, (_, at) => `Q${at + 1}`);
  return {
    area: 'OTHER',
    purpose: 'COOPERATION',
    questions: Object.fromEntries(numbers.map((code) => [code, { asked: true, purpose: 'COOPERATION' }])),
    own: Object.fromEntries(numbers.map((code) => [code, { topic: 'OTHER', text: `Întrebarea ${code}?` }])),
  };
};

describe('the questions of a general request', () => {
  it('are at most ten, each under its own number, with a purpose', () => {
    const questions = questionFields(EX11.request);
    expect(questions.map(({ question }) => question)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Q${at + 1}`),
    );
    expect(questions.every(({ purpose, purposes }) => purpose !== undefined && purposes.length > 0)).toBe(
      true,
    );
    expect(validateRequest(EX11, asking(10), { today: TODAY })).toEqual([]);
    const codes = validateRequest(EX11, asking(11), { today: TODAY }).map(
      ({ path, code }) => `${path} ${code}`,
    );
    expect(codes).toEqual(['questions.Q11 unknownField', 'own.Q11 unknownField']);
  });

  it('show one by one, so that the numbers have no holes', () => {
    const shown = (content: JsonObject): readonly string[] =>
      visibleFields(EX11.request, content)
        .flatMap(({ fields }) => fields)
        .flatMap((field) => (field.kind === 'question' ? [field.question] : []));
    expect(shown({})).toEqual(['Q1']);
    expect(shown(asking(2))).toEqual(['Q1', 'Q2', 'Q3']);
    expect(shown(asking(10))).toHaveLength(10);
    expect(inRequest(['questions.Q3', undefined])).toEqual([
      'own.Q3.topic notApplicable',
      'own.Q3.text notApplicable',
      'questions.Q4 notApplicable',
    ]);
  });

  it('take with them what hung on them when one is given up', () => {
    const settled = settleContent(EX11.request, withValueAt(asking(3), 'questions.Q2', undefined));
    expect(settled).toEqual(asking(1));
    expect(askedQuestions(EX11.request, settled)).toEqual(['Q1']);
  });

  it.each<readonly [string, readonly Change[], readonly string[]]>([
    ['no text', [['own.Q2.text', undefined]], ['own.Q2.text required']],
    ['no topic', [['own.Q2.topic', undefined]], ['own.Q2.topic required']],
    ['a topic of no list', [['own.Q2.topic', 'GOSSIP']], ['own.Q2.topic notInList']],
    ['too much text', [['own.Q2.text', 'я'.repeat(2001)]], ['own.Q2.text tooLong']],
    ['no purpose', [['questions.Q1.purpose', undefined]], ['questions.Q1.purpose required']],
    ['no area', [['area', undefined]], ['area required']],
    [
      'none of them',
      [
        ['questions', undefined],
        ['own', undefined],
      ],
      ['questions noQuestion'],
    ],
  ])('are refused with %s', (_, changes, expected) => expect(inRequest(...changes)).toEqual(expected));
});

describe('the person of a general request', () => {
  it('is not asked for by default, nor after a no', () => {
    for (const content of [REQUEST, withValueAt(REQUEST, 'personalData', 'NO')]) {
      expect(subjectDemand(EX11, content)).toBe('none');
      expect(validateRequest(EX11, content, { today: TODAY })).toEqual([]);
      expect(inSubject({}, content)).toEqual([]);
      expect(inSubject(PERSON, content)).toEqual([' personNotNeeded']);
    }
  });

  it('is needed as soon as the request says it holds personal data', () => {
    expect(subjectDemand(EX11, ABOUT_SOMEBODY)).toBe('required');
    expect(inSubject({}, ABOUT_SOMEBODY)).toEqual([' required']);
    expect(inSubject(PERSON, ABOUT_SOMEBODY)).toEqual([]);
    expect(inSubject({ familyName: 'П', givenName: 'И', birthDate: '1850-07-10' }, ABOUT_SOMEBODY)).toContain(
      'identifiers identifierOrParents',
    );
  });

  it('is needed for a reason that is written down', () => {
    expect(inRequest(['personalData', 'YES'])).toEqual(['personalDataReason required']);
    expect(inRequest(['personalDataReason', 'x'])).toEqual(['personalDataReason notApplicable']);
  });
});

describe('an answer to a general request', () => {
  const { answers }: { answers: JsonObject } = GOLDEN.answer;

  it('answers each question under its number, or says why not', () => {
    expect(inAnswer(withValueAt(answers, 'Q2', undefined))).toEqual(['answers.Q2 unanswered']);
    expect(inAnswer(withValueAt(answers, 'Q2', { gap: 'NA' }))).toEqual([]);
    expect(inAnswer(withValueAt(answers, 'Q5', { text: 'x' }))).toEqual(['answers.Q5 notAsked']);
  });

  it.each<readonly [string, string, JsonObject]>([
    ['contacts to a question of law', 'Q1', { text: 'x', contacts: [{ institution: 'x' }] }],
    ['figures to a question of contacts', 'Q2', { text: 'x', figures: [{ indicator: 'x', value: '1' }] }],
    ['acts to a copy', 'Q4', { text: 'x', copyAttached: 'NO', sources: [{ title: 'x' }] }],
  ])('does not add %s', (_, question, given) => {
    const problems = inAnswer(withValueAt(answers, question, given));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^answers\\.${question}\\.\\w+ notApplicable$`));
  });

  it('says whether the copy is there', () => {
    expect(inAnswer(withValueAt(answers, 'Q4', { text: 'x' }))).toEqual(['answers.Q4.copyAttached required']);
  });
});
