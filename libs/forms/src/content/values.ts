import { normaliseText } from '@soc-coop/domain';

import type { JsonObject, JsonValue } from '../schema/json-schema';

/** True for a JSON object; arrays and null are not. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for a JSON array. */
export const isJsonArray = (value: unknown): value is readonly JsonValue[] => Array.isArray(value);

/** Joins names to a path; an empty base adds no dot. */
export const joinPath = (base: string, name: string | number): string =>
  base === '' ? String(name) : `${base}.${name}`;

/** A member's name as a problem may show it: a name nobody defined could itself be personal data. */
export const shownName = (name: string): string => (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(name) ? name : '?');

const memberOf = (value: JsonValue | undefined, name: string): JsonValue | undefined => {
  if (isJsonArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
};

/** The value at a dotted path; undefined when any part of the way is missing. */
export const valueAt = (content: JsonObject, path: string): JsonValue | undefined =>
  path.split('.').reduce<JsonValue | undefined>(memberOf, content);

const without = (content: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(content).filter(([key]) => key !== name));

/**
 * A copy of the content with the value at a dotted path of object members put in place. `undefined` takes the
 * value away, and with it every parent that becomes empty.
 */
export const withValueAt = (content: JsonObject, path: string, value: JsonValue | undefined): JsonObject => {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return value === undefined ? without(content, name) : { ...content, [name]: value };
  const child = memberOf(content, name);
  const changed = withValueAt(isJsonObject(child) ? child : {}, rest.join('.'), value);
  return Object.keys(changed).length === 0 ? without(content, name) : { ...content, [name]: changed };
};

/** True for what stands for "nothing written": absent, null, blank text, an empty list or object. */
export const isBlank = (value: JsonValue | undefined): boolean => {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
};

const tidy = (value: JsonValue): JsonValue => {
  if (typeof value === 'string') return normaliseText(value);
  if (isJsonArray(value)) return value.map(tidy).filter((item) => !isBlank(item));
  return isJsonObject(value) ? tidyContent(value) : value;
};

/**
 * The content as it is kept: texts normalised (NFC, trimmed), and nothing that stands for "nothing written".
 * Both sides tidy before they check, so that the same form always gives the same hash.
 */
export const tidyContent = (content: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(content)
      .map(([key, value]) => [key, tidy(value)] as const)
      .filter(([, value]) => !isBlank(value)),
  );
