import { freshKey } from '../../api/caller';
import {
  type InputValue,
  isList,
  namedType,
  type RootField,
  type RunningSchema,
  type TypeRef,
  written,
} from './schema';

/** An id nobody has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Where in the arguments of a field a value stands, e.g. `openExchange` · `input.subject`. */
export interface Place {
  readonly root: RootField;
  readonly path: readonly string[];
  readonly scalar: string;
}

/** One field with its arguments. */
export interface Call {
  readonly root: RootField;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The places of a field whose type is one of the scalars. */
export const placesOf = (schema: RunningSchema, root: RootField, scalars: readonly string[]): Place[] => {
  const below = (value: InputValue, above: readonly string[]): Place[] => {
    const { name } = namedType(value.type);
    const path = [...above, value.name];
    if (name === null || path.length > 5) return [];
    if (scalars.includes(name)) return [{ root, path, scalar: name }];
    return schema.inputFields(name).flatMap((field) => below(field, path));
  };
  return root.args.flatMap((argument) => below(argument, []));
};

/** How a place is called in a report. */
export const nameOf = ({ root, path }: Place): string => `${root.name}(${path.join('.')})`;

/** Values that pass every form, for arguments that are not the ones being tried. They reach nothing that exists. */
const BY_NAME: Readonly<Record<string, () => unknown>> = {
  idempotencyKey: freshKey,
  type: () => 'EX02',
  code: () => 'EX02',
  number: () => 'RO-CT-2026-999999',
  reasonCode: () => '99',
  purpose: () => 'IDENTIFY',
  completeness: () => 'FULL',
  qualityMark: () => 'Q1',
  email: () => 'nimeni@nowhere.example',
  kind: () => 'PHONE',
  year: () => 2026,
  outcome: () => null,
};
const BY_TYPE: Readonly<Record<string, () => unknown>> = {
  ID: () => NOBODY,
  String: () => 'o vorbă',
  Int: () => 1,
  Boolean: () => true,
  LocalDate: () => '2026-11-23',
  DateTime: () => '2026-01-01T00:00:00.000Z',
  JSONObject: () => ({}),
};

/** Builds the arguments of a field: required ones with passing values, one place with the value that is tried. */
export class Calls {
  constructor(private readonly schema: RunningSchema) {}

  /** The field with a value at a place. */
  at({ root, path }: Place, value: unknown): Call {
    return { root, variables: this.members(root.args, path, value) };
  }

  private members(
    values: readonly InputValue[],
    path: readonly string[],
    tried: unknown,
  ): Record<string, unknown> {
    const [next, ...rest] = path;
    const entries = values.flatMap((value): [string, unknown][] => {
      if (value.name === next) return [[value.name, this.tried(value.type, rest, tried)]];
      return value.type.kind === 'NON_NULL' ? [[value.name, this.passing(value)]] : [];
    });
    return Object.fromEntries(entries);
  }

  private tried(type: TypeRef, rest: readonly string[], value: unknown): unknown {
    const { name } = namedType(type);
    const one = rest.length === 0 ? value : this.members(this.schema.inputFields(name ?? ''), rest, value);
    return isList(type) ? [one] : one;
  }

  private passing({ name, type }: InputValue): unknown {
    const named = namedType(type).name ?? '';
    if (isList(type)) return name === 'memberships' ? [{ unit: NOBODY, role: 'CASEWORKER' }] : [];
    if (BY_NAME[name] !== undefined) return BY_NAME[name]();
    if (BY_TYPE[named] !== undefined) return BY_TYPE[named]();
    return this.schema.firstValue(named) ?? this.members(this.schema.inputFields(named), [], null);
  }
}

/** A document that makes several calls at once, with their variables. */
export const together = (calls: readonly Call[]): { query: string; variables: Record<string, unknown> } => {
  const operation = calls[0]?.root.operation ?? 'query';
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fields = calls.map(({ root, variables: given }, index) => {
    const used = root.args.filter(({ name }) => name in given);
    for (const { name, type } of used) {
      variables[`${name}${index}`] = given[name];
      declared.push(`$${name}${index}: ${written(type)}`);
    }
    const list = used.map(({ name }) => `${name}: $${name}${index}`).join(', ');
    const selection = namedType(root.type).kind === 'OBJECT' ? ' { __typename }' : '';
    return `f${index}: ${root.name}${list === '' ? '' : `(${list})`}${selection}`;
  });
  const head = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  return { query: `${operation} Tried${head} { ${fields.join(' ')} }`, variables };
};
