import { NotCanonical, type NotCanonicalReason } from './not-canonical';

/** A value JSON can carry without loss. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Deeper values are refused, so that hostile input cannot exhaust the stack. */
const MAX_DEPTH = 256;

/**
 * Where a value stands: a member of a container, which stands somewhere itself. Spelled out only for an error; one object
 * goes along all members of a container.
 */
interface Place {
  readonly container: object;
  key: string | number;
  readonly above: Place | null;
  readonly depth: number;
}

/**
 * Writes a value as canonical JSON (RFC 8785): the same value always gives the same characters, whatever the
 * order of its keys, so the text can be hashed and compared.
 *
 * Unlike `JSON.stringify` nothing is dropped or bent silently: `undefined`, non-finite numbers, lone surrogates,
 * dates and other class instances are refused.
 * @throws NotCanonical when the value has no canonical form
 */
export const canonicalJson = (value: unknown): string => write(value, null);

const refuse = (reason: NotCanonicalReason, place: Place | null): never => {
  throw new NotCanonical(reason, pointerTo(place));
};

/** JSON Pointer (RFC 6901) to a place. */
const pointerTo = (place: Place | null): string => {
  if (place === null) return '';
  const key = String(place.key).replaceAll('~', '~0').replaceAll('/', '~1');
  return `${pointerTo(place.above)}/${key}`;
};

const write = (value: unknown, place: Place | null): string => {
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
      return refuse('undefined', place);
    default:
      return refuse('unsupportedType', place);
  }
};

/** ECMAScript already writes well-formed strings with exactly the escapes of RFC 8785 section 3.2.2.2. */
const writeString = (value: string, place: Place | null): string =>
  value.isWellFormed() ? JSON.stringify(value) : refuse('loneSurrogate', place);

/** RFC 8785 section 3.2.2.3 takes ECMAScript's own number format, which also turns -0 into 0. */
const writeNumber = (value: number, place: Place | null): string =>
  Number.isFinite(value) ? JSON.stringify(value) : refuse('nonFiniteNumber', place);

const writeContainer = (value: object, place: Place | null): string => {
  const depth = (place?.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) return refuse('tooDeep', place);
  for (let at = place; at !== null; at = at.above) if (at.container === value) return refuse('cycle', place);
  const inside: Place = { container: value, key: '', above: place, depth };
  return Array.isArray(value) ? writeArray(value, inside) : writeObject(value, inside);
};

/** Lists of ids, mostly: ECMAScript writes them whole as it writes each, where nobody told it otherwise. */
const areTexts = (items: readonly unknown[]): boolean => {
  // Goes by number, as below.
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (typeof item !== 'string' || !item.isWellFormed()) return false;
  }
  return !('toJSON' in items);
};

/** Goes by number: a hole is `undefined` and refused. */
const writeArray = (items: readonly unknown[], inside: Place): string => {
  if (areTexts(items)) return JSON.stringify(items);
  let text = '[';
  for (let at = 0; at < items.length; at += 1) {
    inside.key = at;
    text += `${at === 0 ? '' : ','}${write(items[at], inside)}`;
  }
  return `${text}]`;
};

const writeObject = (value: object, inside: Place): string => {
  if (!isPlain(value)) return refuse('unsupportedType', inside.above);
  if (Object.getOwnPropertySymbols(value).length > 0) return refuse('symbolKey', inside.above);
  const members = value as Readonly<Record<string, unknown>>;
  let text = '{';
  // without a comparator strings sort by UTF-16 code units, the order RFC 8785 section 3.2.3 asks for
  for (const key of Object.keys(members).sort()) {
    inside.key = key;
    text += `${text === '{' ? '' : ','}${writeString(key, inside)}:${write(members[key], inside)}`;
  }
  return `${text}}`;
};

/** Object literals and parsed JSON, of this or another realm; not dates, maps or class instances. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};
