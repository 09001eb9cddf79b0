import { blockFields, isBlockKind } from '../blocks';
import { isBlank, isJsonObject, joinPath } from '../content/values';
import { problem, type FormProblem } from '../problems';
import type { JsonValue } from '../schema/json-schema';
import type { FieldSpot } from './visibility';

const futureDates = (spot: FieldSpot, today: string): readonly FormProblem[] => {
  const { field, path, value } = spot;
  if (isBlockKind(field.kind) && field.kind === 'person') {
    return blockFields(field.kind).flatMap((part) =>
      future('past' in part && part.past, member(value, part.path), joinPath(path, part.path), today),
    );
  }
  if (!('past' in field) || !field.past) return [];
  if (field.kind !== 'period') return future(true, value, path, today);
  return ['from', 'to'].flatMap((end) => future(true, member(value, end), joinPath(path, end), today));
};

const member = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Days and months written year first compare as texts: a month is compared with the start of today. */
const future = (
  past: boolean,
  value: JsonValue | undefined,
  path: string,
  today: string,
): readonly FormProblem[] =>
  past && typeof value === 'string' && value > today.slice(0, value.length) ? [problem(path, 'future')] : [];

const ofSpot = (spot: FieldSpot, waived: boolean, today: string | undefined): readonly FormProblem[] => {
  const { field, path, value, visible } = spot;
  const blank = isBlank(value);
  if (!visible) return blank ? [] : [problem(path, 'notApplicable')];
  if (blank) {
    return field.required && !waived && field.kind !== 'question' ? [problem(path, 'required')] : [];
  }
  return today === undefined ? [] : futureDates(spot, today);
};

/**
 * What the layout asks of each field: required ones filled, hidden ones empty, past days not in the future.
 * `waived` tells sections whose fields may stay empty, because a gap is given instead.
 */
export const checkFields = (
  spots: readonly FieldSpot[],
  waived: (spot: FieldSpot) => boolean,
  today: string | undefined,
): readonly FormProblem[] => spots.flatMap((spot) => ofSpot(spot, waived(spot), today));
