import { isIsoDate, textLength } from '@soc-coop/domain';

import { isJsonArray, isJsonObject, joinPath, shownName } from '../content/values';
import type { JsonSchema } from './json-schema';

/**
 * A checker for the part of JSON Schema in `json-schema.ts` that compiles nothing: our content security policy
 * forbids `new Function`, which Ajv needs. Property tests hold its verdict equal to Ajv's (docs/adr/0007).
 */

/** A broken keyword and where; `bound` is the keyword's number, if it has one. */
export interface SchemaFailure {
  readonly path: string;
  readonly keyword: keyof JsonSchema;
  readonly bound?: number;
}

export interface SchemaOptions {
  /** Leaves out what only a finished document must fulfil: see `COMPLETENESS_KEYWORDS`. */
  readonly partial?: boolean;
  /** Stops after so many failures. */
  readonly limit?: number;
}

/** Keywords that say how complete or how exact a value is, not what shape it has; a draft may break them. */
export const COMPLETENESS_KEYWORDS: readonly (keyof JsonSchema)[] = [
  'required',
  'minLength',
  'minItems',
  'minProperties',
  'pattern',
  'format',
  'minimum',
  'maximum',
];

type Found = Omit<SchemaFailure, 'path'>;
type Check = (schema: JsonSchema, value: unknown) => readonly Found[];

const TYPES: Readonly<Record<NonNullable<JsonSchema['type']>, (value: unknown) => boolean>> = {
  object: isJsonObject,
  array: isJsonArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
};

const patterns = new Map<string, RegExp>();
const patternOf = (source: string): RegExp => {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
};

const below = (keyword: keyof JsonSchema, bound: number | undefined, actual: number): readonly Found[] =>
  bound !== undefined && actual < bound ? [{ keyword, bound }] : [];
const above = (keyword: keyof JsonSchema, bound: number | undefined, actual: number): readonly Found[] =>
  bound !== undefined && actual > bound ? [{ keyword, bound }] : [];
const when = (keyword: keyof JsonSchema, broken: boolean): readonly Found[] => (broken ? [{ keyword }] : []);

const checkAny: Check = (schema, value) => [
  ...when('enum', schema.enum !== undefined && !schema.enum.some((item) => item === value)),
  ...when('const', schema.const !== undefined && schema.const !== value),
];

/** Length in code points, as JSON Schema counts; counted only where the UTF-16 length leaves a doubt. */
const lengthOf = (text: string, { minLength = 0, maxLength = Infinity }: JsonSchema): number =>
  text.length <= maxLength && text.length >= 2 * minLength ? text.length : textLength(text);

const checkString: Check = (schema, value) => {
  if (typeof value !== 'string') return [];
  const length = lengthOf(value, schema);
  return [
    ...below('minLength', schema.minLength, length),
    ...above('maxLength', schema.maxLength, length),
    ...when('pattern', schema.pattern !== undefined && !patternOf(schema.pattern).test(value)),
    ...when('format', schema.format === 'date' && !isIsoDate(value)),
  ];
};

const checkNumber: Check = (schema, value) =>
  typeof value === 'number'
    ? [...below('minimum', schema.minimum, value), ...above('maximum', schema.maximum, value)]
    : [];

const checkArray: Check = (schema, value) =>
  isJsonArray(value)
    ? [
        ...below('minItems', schema.minItems, value.length),
        ...above('maxItems', schema.maxItems, value.length),
        ...when('uniqueItems', schema.uniqueItems === true && new Set(value).size !== value.length),
      ]
    : [];

const checkObject: Check = (schema, value) => {
  if (!isJsonObject(value)) return [];
  const size = Object.keys(value).length;
  return [
    ...below('minProperties', schema.minProperties, size),
    ...above('maxProperties', schema.maxProperties, size),
  ];
};

const CHECKS: readonly Check[] = [checkAny, checkString, checkNumber, checkArray, checkObject];

const DEFS = '#/$defs/';

class SchemaRun {
  readonly failures: SchemaFailure[] = [];

  constructor(
    private readonly root: JsonSchema,
    private readonly skipped: ReadonlySet<keyof JsonSchema>,
    private readonly limit: number,
  ) {}

  visit(schema: JsonSchema, value: unknown, path: string): void {
    if (this.failures.length >= this.limit) return;
    if (schema.$ref !== undefined) this.visit(this.referred(schema.$ref), value, path);
    if (schema.type !== undefined && !TYPES[schema.type](value)) {
      this.report({ keyword: 'type' }, path);
      return;
    }
    for (const check of CHECKS) for (const found of check(schema, value)) this.report(found, path);
    if (isJsonArray(value)) this.visitItems(schema, value, path);
    else if (isJsonObject(value)) this.visitMembers(schema, value, path);
  }

  private visitItems(schema: JsonSchema, value: readonly unknown[], path: string): void {
    const { items } = schema;
    if (items !== undefined) value.forEach((item, at) => this.visit(items, item, joinPath(path, at)));
  }

  private visitMembers(schema: JsonSchema, value: Readonly<Record<string, unknown>>, path: string): void {
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(value, name)) this.report({ keyword: 'required' }, joinPath(path, name));
    }
    const known = schema.properties ?? {};
    for (const [name, member] of Object.entries(value)) {
      const place = joinPath(path, shownName(name));
      const rule = Object.hasOwn(known, name) ? known[name] : schema.additionalProperties;
      if (rule === false) this.report({ keyword: 'additionalProperties' }, place);
      else if (rule !== undefined) this.visit(rule, member, place);
    }
  }

  private report(found: Found, path: string): void {
    if (this.failures.length < this.limit && !this.skipped.has(found.keyword)) {
      this.failures.push({ path, ...found });
    }
  }

  private referred(ref: string): JsonSchema {
    const target = ref.startsWith(DEFS) ? this.root.$defs?.[ref.slice(DEFS.length)] : undefined;
    if (target === undefined) throw new Error(`the schema refers to ${ref}, which it does not have`);
    return target;
  }
}

/** Checks a value against a schema. An empty answer means it fits. */
export const checkSchema = (
  schema: JsonSchema,
  value: unknown,
  { partial = false, limit = 100 }: SchemaOptions = {},
): readonly SchemaFailure[] => {
  const run = new SchemaRun(schema, new Set(partial ? COMPLETENESS_KEYWORDS : []), limit);
  run.visit(schema, value, '');
  return run.failures;
};
