import { NotCanonical } from './not-canonical';

/** A value JSON can carry without loss. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Deeper values are refused, so that hostile input cannot exhaust the stack. */
const MAX_DEPTH = 256;

/** The containers around the value being written: for the error's path and to notice cycles. */
interface Place {
  readonly path: string;
  readonly ancestors: readonly object[];
}

/**
 * Writes a value as canonical JSON (RFC 8785): the same value always gives the same characters, whatever the
 * order of its keys, so the text can be hashed and compared.
 *
 * Unlike `JSON.stringify` nothing is dropped or bent silently: `undefined`, non-finite numbers, lone surrogates,
 * dates and other class instances are refused.
 * @throws NotCanonical when the value has no canonical form
 */
export const canonicalJson = (value: unknown): string => write(value, { path: '', ancestors: [] });

const write = (value: unknown, place: Place): string => {
  switch (typeof value) {
    case 'string':
      return writeString(value, place);
    case 'number':
      return writeNumber(value, place);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeContainer(value, place);
    case 'undefined':
      throw new NotCanonical('undefined', place.path);
    default:
      throw new NotCanonical('unsupportedType', place.path);
  }
};

/** ECMAScript already writes well-formed strings with exactly the escapes of RFC 8785 section 3.2.2.2. */
const writeString = (value: string, place: Place): string => {
  if (!value.isWellFormed()) throw new NotCanonical('loneSurrogate', place.path);
  return JSON.stringify(value);
};

/** RFC 8785 section 3.2.2.3 takes ECMAScript's own number format, which also turns -0 into 0. */
const writeNumber = (value: number, place: Place): string => {
  if (!Number.isFinite(value)) throw new NotCanonical('nonFiniteNumber', place.path);
  return JSON.stringify(value);
};

const writeContainer = (value: object, place: Place): string => {
  if (place.ancestors.includes(value)) throw new NotCanonical('cycle', place.path);
  if (place.ancestors.length >= MAX_DEPTH) throw new NotCanonical('tooDeep', place.path);
  const ancestors = [...place.ancestors, value];
  if (Array.isArray(value)) {
    // Array.from visits holes too, which `map` would skip: a hole is `undefined` and refused.
    const items = Array.from(value, (item: unknown, at) =>
      write(item, { path: `${place.path}/${at}`, ancestors }),
    );
    return `[${items.join(',')}]`;
  }
  return writeObject(value, place.path, ancestors);
};

const writeObject = (value: object, path: string, ancestors: readonly object[]): string => {
  if (!isPlain(value)) throw new NotCanonical('unsupportedType', path);
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical('symbolKey', path);
  const members = Object.entries(value)
    .sort(([a], [b]) => compareUtf16(a, b))
    .map(([key, item]: [string, unknown]) => {
      const place = { path: `${path}/${escapePointer(key)}`, ancestors };
      return `${writeString(key, place)}:${write(item, place)}`;
    });
  return `{${members.join(',')}}`;
};

/** Object literals and parsed JSON, of this or another realm; not dates, maps or class instances. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** JavaScript's `<` on strings compares UTF-16 code units, the order RFC 8785 section 3.2.3 asks for. */
const compareUtf16 = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
