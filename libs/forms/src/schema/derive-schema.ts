import { ANSWER_GAPS, LIMITS } from '@soc-coop/contracts';
import { CURRENCIES } from '@soc-coop/domain';

import { blockFields, type BlockKind } from '../blocks';
import type { CodeEntry, Field, FormPart, Section } from '../definition';
import { YES_NO, YES_NO_UNKNOWN } from '../lists/built-in';
import { COUNTRY_CODES } from '../lists/countries';
import type { JsonSchema } from './json-schema';

type Lists = Readonly<Record<string, readonly CodeEntry[]>>;
type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;
type Derivers = { readonly [Kind in Field['kind']]: (field: FieldOf<Kind>, lists: Lists) => JsonSchema };

/** Amounts are decimal texts, never floating point numbers: at most twelve digits and two decimals. */
const AMOUNT_PATTERN = '^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$';
const MONTH_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])$';

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const text = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength });
const codes = (entries: readonly CodeEntry[] | undefined): JsonSchema => ({
  type: 'string',
  enum: (entries ?? []).map(({ code }) => code),
});
const date: JsonSchema = { type: 'string', format: 'date' };

const DERIVERS: Derivers = {
  text: ({ maxLength = LIMITS.shortText }) => text(maxLength),
  longText: ({ maxLength = LIMITS.freeText }) => text(maxLength),
  yesNo: () => codes(YES_NO),
  yesNoUnknown: () => codes(YES_NO_UNKNOWN),
  code: ({ list }, lists) => codes(lists[list]),
  codes: ({ list }, lists) => ({
    type: 'array',
    minItems: 1,
    maxItems: Math.max(1, lists[list]?.length ?? 0),
    uniqueItems: true,
    items: codes(lists[list]),
  }),
  country: () => ref('country'),
  date: () => date,
  month: () => ({ type: 'string', pattern: MONTH_PATTERN }),
  period: () => ref('period'),
  money: () => ref('money'),
  number: ({ min, max }) => ({ type: 'integer', minimum: min, maximum: max }),
  address: () => ref('address'),
  person: () => ref('person'),
  rows: ({ columns, maxRows }, lists) => ({
    type: 'array',
    minItems: 1,
    maxItems: maxRows,
    items: objectOf(columns, lists),
  }),
  question: ({ purposes }) => ({
    type: 'object',
    additionalProperties: false,
    required: ['asked', 'purpose'],
    properties: { asked: { type: 'boolean', const: true }, purpose: { type: 'string', enum: [...purposes] } },
  }),
};

const schemaOf = <Kind extends Field['kind']>(
  field: FieldOf<Kind> & { kind: Kind },
  lists: Lists,
): JsonSchema => DERIVERS[field.kind](field, lists);

/** A shape being put together, member by member. */
interface Branch {
  readonly members: Map<string, Branch | JsonSchema>;
  readonly required: string[];
}

const newBranch = (): Branch => ({ members: new Map(), required: [] });
const isBranch = (node: Branch | JsonSchema | undefined): node is Branch =>
  node !== undefined && 'members' in node;

const branchAt = (root: Branch, names: readonly string[]): Branch =>
  names.reduce((branch, name) => {
    const known = branch.members.get(name);
    if (isBranch(known)) return known;
    const made = newBranch();
    branch.members.set(name, made);
    return made;
  }, root);

/** A value is required by shape only where nothing but its own object decides; the rest is for the rules. */
const placeField = (root: Branch, field: Field, lists: Lists, underQuestion: boolean): void => {
  const names = field.path.split('.');
  const leaf = names.pop() ?? '';
  const branch = branchAt(root, names);
  branch.members.set(leaf, schemaOf(field, lists));
  if (field.required && field.when === undefined && !underQuestion && field.kind !== 'question') {
    branch.required.push(leaf);
  }
};

const toSchema = (node: Branch | JsonSchema): JsonSchema =>
  isBranch(node)
    ? {
        type: 'object',
        additionalProperties: false,
        ...(node.required.length > 0 ? { required: node.required } : {}),
        properties: Object.fromEntries([...node.members].map(([name, member]) => [name, toSchema(member)])),
      }
    : node;

const objectOf = (fields: readonly Field[], lists: Lists): JsonSchema => {
  const root = newBranch();
  for (const field of fields) placeField(root, field, lists, false);
  return toSchema(root);
};

const GAP_FIELDS: Readonly<Record<string, JsonSchema>> = {
  gap: { type: 'string', enum: [...ANSWER_GAPS] },
  gapNote: text(LIMITS.freeText),
};

const block = (kind: BlockKind): JsonSchema => objectOf(blockFields(kind), {});

const DEFS: Readonly<Record<string, JsonSchema>> = {
  country: { type: 'string', enum: [...COUNTRY_CODES] },
  money: {
    type: 'object',
    additionalProperties: false,
    required: ['amount', 'currency'],
    properties: {
      amount: { type: 'string', pattern: AMOUNT_PATTERN },
      currency: { type: 'string', enum: [...CURRENCIES] },
    },
  },
  address: block('address'),
  person: block('person'),
  period: block('period'),
};

/** The shared shapes a layout uses; an address brings its country along. */
const defsFor = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => {
  const used = new Set<string>();
  const collect = (node: JsonSchema): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      collect(DEFS[name] ?? {});
    }
  };
  collect(schema);
  return Object.fromEntries(Object.entries(DEFS).filter(([name]) => used.has(name)));
};

/** The JSON Schema of a content with this layout. */
export const deriveSchema = (layout: readonly Section[], lists: Lists): JsonSchema => {
  const root = newBranch();
  for (const { question, fields } of layout) {
    for (const field of fields) placeField(root, field, lists, question !== undefined);
    if (question === undefined) continue;
    const answer = branchAt(root, ['answers', question]);
    for (const [name, schema] of Object.entries(GAP_FIELDS)) answer.members.set(name, schema);
  }
  const shape = toSchema(root);
  const $defs = defsFor(shape);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...shape,
    ...(Object.keys($defs).length > 0 ? { $defs } : {}),
  };
};

/** A part of a definition with the schema its layout asks for. */
export const formPart = (layout: readonly Section[], lists: Lists): FormPart => ({
  schema: deriveSchema(layout, lists),
  layout,
});
