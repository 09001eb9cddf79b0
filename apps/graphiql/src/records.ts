/** True for a plain object, whose members then are `unknown` until they are looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is something else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The value as a text; null when it is something else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
