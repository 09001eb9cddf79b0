import { formPart } from '../schema/derive-schema';
import type { CodeEntry, ExchangeFormDefinition, Field, FormFormat, Section } from '../definition';
import { FORM_DEFINITIONS } from '../types/registry';
import { checkDefinition } from './check-definition';
import { DEFECT_CODES, type DefectCode } from './defects';
import { isFormDefinition } from './shape';

const label = { ro: 'Text', bg: 'Текст', en: 'Text' };
const base = { label, personalData: false, required: false } as const;
const LISTS: Readonly<Record<string, readonly CodeEntry[]>> = {
  'CL-01': [{ code: 'CHANGE', label }],
  KIND: [{ code: 'ONE', label }],
};
const question: Field = {
  ...base,
  kind: 'question',
  path: 'questions.Q1',
  question: 'Q1',
  purposes: ['CHANGE'],
};
const kind: Field = { ...base, kind: 'code', path: 'kind', list: 'KIND' };
const answer: Field = { ...base, kind: 'text', path: 'answers.Q1.text' };
const section = (fields: readonly Field[], code?: string): Section => ({
  id: 'main',
  title: label,
  fields,
  ...(code === undefined ? {} : { question: code }),
});

/** A definition as small as the format allows, with what a test changes. */
const make = (
  request: readonly Section[],
  answers: readonly Section[],
  codeLists = LISTS,
): ExchangeFormDefinition => ({
  format: 1,
  code: 'EX99',
  version: 1,
  title: label,
  description: label,
  certificates: [],
  defaultTerms: { acceptWorkingDays: 5, answerWorkingDays: { NORMAL: 20, URGENT: 5, IMMEDIATE: 1 } },
  fourEyes: { request: false, answer: false },
  subject: { required: false, identifierOrParents: false },
  codeLists,
  request: formPart(request, codeLists),
  answer: formPart(answers, codeLists),
});

const REQUEST = [section([question, kind])];
const ANSWER = [section([answer], 'Q1')];
const SOUND = make(REQUEST, ANSWER);

const withFields = (...fields: readonly Field[]): ExchangeFormDefinition =>
  make([section([question, kind, ...fields])], ANSWER);
const withoutLabel = { ...SOUND, title: { ro: 'Text', bg: 'Текст' } };
const text: Field = { ...base, kind: 'text', path: 'note' };

/** The smallest definition that asks for a person only sometimes. */
const aboutSomebody = (field: string, code: string, format: FormFormat = 2): ExchangeFormDefinition => ({
  ...SOUND,
  format,
  subject: { when: [{ field, in: [code] }], required: true, identifierOrParents: true },
});

const DEFECTIVE: Readonly<Record<DefectCode, readonly unknown[]>> = {
  shape: [null, {}, withoutLabel, { ...SOUND, format: 3 }, { ...SOUND, title: { ...label, en: '' } }],
  attributeMissing: [
    JSON.parse(JSON.stringify(SOUND).replaceAll('"list":"KIND"', '"past":true')),
    JSON.parse(
      JSON.stringify(withFields({ ...text, path: 'rows' })).replaceAll(
        '"kind":"text","path":"rows"',
        '"kind":"rows","path":"rows"',
      ),
    ),
  ],
  formatTooLow: [aboutSomebody('kind', 'ONE', 1)],
  schemaDiffers: [{ ...SOUND, request: { ...SOUND.request, schema: SOUND.answer.schema } }],
  listMissing: [
    withFields({ ...base, kind: 'code', path: 'other', list: 'ABSENT' }),
    make(REQUEST, ANSWER, { KIND: [{ code: 'ONE', label }] }),
  ],
  listUnused: [make(REQUEST, ANSWER, { ...LISTS, SPARE: [{ code: 'ONE', label }] })],
  codeTwice: [
    make(REQUEST, ANSWER, {
      ...LISTS,
      KIND: [
        { code: 'ONE', label },
        { code: 'ONE', label },
      ],
    }),
  ],
  pathTwice: [withFields(text, text)],
  pathInsidePath: [withFields({ ...base, kind: 'money', path: 'sum' }, { ...text, path: 'sum.note' })],
  boundsReversed: [withFields({ ...base, kind: 'number', path: 'count', min: 2, max: 1 })],
  conditionUnknown: [
    withFields({ ...text, when: [{ field: 'absent', in: ['ONE'] }] }),
    aboutSomebody('absent', 'ONE'),
    aboutSomebody('text', 'ONE'),
    withFields({ ...text, when: [{ field: 'note', in: ['ONE'] }] }),
    withFields({
      ...base,
      kind: 'rows',
      path: 'rows',
      maxRows: 2,
      columns: [{ ...base, kind: 'text', path: 'cell', when: [{ field: 'kind', in: ['ONE'] }] }],
    }),
  ],
  conditionNever: [
    withFields({ ...text, when: [{ field: 'kind', in: ['ONE', 'TWO'] }] }),
    aboutSomebody('kind', 'TWO'),
  ],
  questionTwice: [
    make([section([question]), section([{ ...question, path: 'questions.Q2' }])], ANSWER, {
      'CL-01': [{ code: 'CHANGE', label }],
    }),
    make(REQUEST, [...ANSWER, section([{ ...answer, path: 'answers.Q1.more' }], 'Q1')]),
  ],
  questionElsewhere: [
    make([section([{ ...question, path: 'ask' }, kind])], ANSWER),
    make(REQUEST, [section([answer], 'Q1'), section([question])]),
    make([section([question, kind]), section([text], 'Q1')], ANSWER),
  ],
  questionWithoutAnswer: [make(REQUEST, [section([text])])],
  answerWithoutQuestion: [make([section([kind])], ANSWER, { KIND: [{ code: 'ONE', label }] })],
  purposeMissing: [
    make([section([{ ...question, purposes: ['WHIM'] }, kind])], ANSWER),
    make([section([{ ...question, purposes: [] }, kind])], ANSWER),
  ],
  pathOutsideAnswer: [
    make(REQUEST, [section([{ ...answer, path: 'text' }], 'Q1')]),
    make(REQUEST, [...ANSWER, section([{ ...answer, path: 'answers.Q2.text' }])]),
  ],
  letterNotAllowed: [
    { ...SOUND, title: { ...label, ro: 'Verificări \u015fi altele' } },
    { ...SOUND, title: { ...label, bg: 'Text' } },
    { ...SOUND, title: { ...label, en: 'Tеxt' } },
  ],
};

describe('checkDefinition', () => {
  it('finds nothing in a sound definition', () => {
    expect(checkDefinition(SOUND)).toEqual([]);
    expect(
      checkDefinition(withFields({ ...text, when: [{ field: 'questions.Q1.asked', in: [true] }] })),
    ).toEqual([]);
    expect(checkDefinition(aboutSomebody('kind', 'ONE'))).toEqual([]);
  });

  it.each(DEFECT_CODES.flatMap((code) => DEFECTIVE[code].map((data, at) => [code, at, data] as const)))(
    'finds %s (%i)',
    (code, _, data) => {
      expect(checkDefinition(data).map((defect) => defect.code)).toContain(code);
    },
  );

  it.each(FORM_DEFINITIONS.map((definition) => [`${definition.code}@${definition.version}`, definition]))(
    'finds nothing in %s, not even after a journey as JSON',
    (_, definition) => {
      expect(checkDefinition(definition)).toEqual([]);
      expect(checkDefinition(JSON.parse(JSON.stringify(definition)))).toEqual([]);
    },
  );
});

describe('isFormDefinition', () => {
  it('takes what can be read and refuses what would break a renderer', () => {
    expect(isFormDefinition(SOUND)).toBe(true);
    for (const data of [...DEFECTIVE.shape, ...DEFECTIVE.attributeMissing])
      expect(isFormDefinition(data)).toBe(false);
  });
});
