import { CERTIFICATE_KINDS, LIMITS, LOCALES } from '@soc-coop/contracts';

import { FORM_FORMATS } from '../definition';
import type { JsonSchema } from './json-schema';

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const text = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength });
const listOf = (items: JsonSchema, maxItems: number): JsonSchema => ({ type: 'array', maxItems, items });
const whole = (minimum: number, maximum: number): JsonSchema => ({ type: 'integer', minimum, maximum });

const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const code: JsonSchema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,39}$' };
const path: JsonSchema = {
  type: 'string',
  pattern: '^[A-Za-z][A-Za-z0-9]{0,39}(\\.[A-Za-z][A-Za-z0-9]{0,39}){0,5}$',
};
const flag: JsonSchema = { type: 'boolean' };
const days = whole(0, 250);
const conditions = listOf(ref('condition'), 10);

const fieldBase = {
  path,
  label: ref('trilingual'),
  help: ref('trilingual'),
  personalData: flag,
  purpose: ref('trilingual'),
  required: flag,
  when: conditions,
  maxLength: whole(1, LIMITS.freeText),
  list: code,
  past: flag,
  min: whole(-1_000_000, 1_000_000),
  max: whole(-1_000_000, 1_000_000),
} satisfies Readonly<Record<string, JsonSchema>>;

const COLUMN_KINDS = [
  'text',
  'longText',
  'yesNo',
  'yesNoUnknown',
  'code',
  'codes',
  'country',
  'date',
  'month',
  'period',
  'money',
  'number',
  'address',
  'person',
];

const OPTIONAL = ['help', 'purpose', 'when', 'maxLength', 'list', 'past', 'min', 'max'];

const kindOf = (kinds: readonly string[]): JsonSchema => ({ type: 'string', enum: kinds });

/**
 * The shape of a definition that comes as data, checked by the same checker as contents. What a shape cannot
 * say (every list exists, conditions name fields, the kind has what it needs) is in `checkDefinition`.
 */
export const DEFINITION_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...object({
    format: { type: 'integer', enum: [...FORM_FORMATS] },
    code: { type: 'string', pattern: '^EX[0-9]{2}$' },
    version: whole(1, 1_000_000),
    title: ref('trilingual'),
    description: ref('trilingual'),
    certificates: { ...listOf(kindOf(CERTIFICATE_KINDS), CERTIFICATE_KINDS.length), uniqueItems: true },
    defaultTerms: object({
      acceptWorkingDays: days,
      answerWorkingDays: object({ NORMAL: days, URGENT: days, IMMEDIATE: days }),
    }),
    fourEyes: object({ request: flag, answer: flag }),
    subject: object({ when: conditions, required: flag, identifierOrParents: flag }, ['when']),
    codeLists: { type: 'object', maxProperties: 60, additionalProperties: listOf(ref('entry'), 400) },
    request: ref('part'),
    answer: ref('part'),
  }),
  $defs: {
    trilingual: object(Object.fromEntries(LOCALES.map((locale) => [locale, text(LIMITS.freeText)]))),
    entry: object({ code, label: ref('trilingual') }),
    condition: object(
      {
        field: path,
        in: { type: 'array', minItems: 1, maxItems: 60 },
        of: { type: 'string', enum: ['content', 'request'] },
      },
      ['of'],
    ),
    column: object({ ...fieldBase, kind: kindOf(COLUMN_KINDS) }, OPTIONAL),
    field: object(
      {
        ...fieldBase,
        kind: kindOf([...COLUMN_KINDS, 'rows', 'question']),
        columns: listOf(ref('column'), 30),
        maxRows: whole(1, LIMITS.inputList),
        question: code,
        purposes: { ...listOf(code, 60), uniqueItems: true },
      },
      [...OPTIONAL, 'columns', 'maxRows', 'question', 'purposes'],
    ),
    section: object(
      {
        id: code,
        title: ref('trilingual'),
        help: ref('trilingual'),
        question: code,
        fields: listOf(ref('field'), 100),
      },
      ['help', 'question'],
    ),
    part: object({ schema: { type: 'object' }, layout: listOf(ref('section'), 60) }),
  },
};
