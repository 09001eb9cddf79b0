import { isBlank, tidyContent, valueAt, withValueAt } from '../content/values';
import type { Field, FormPart } from '../definition';
import type { JsonObject } from '../schema/json-schema';

/**
 * True for what may be said of somebody else as well: what the definition does not call personal, and the questions
 * themselves, which hold that and why something is asked and nothing about anybody.
 */
const isAboutNobody = ({ kind, personalData }: Field): boolean => kind === 'question' || !personalData;

/** A request with everything left out that tells something about its person: what is left asks the same of anybody. */
export const withoutPerson = ({ layout }: FormPart, content: JsonObject): JsonObject => {
  const kept = layout.flatMap(({ fields }) => fields.filter(isAboutNobody));
  const copied = kept.reduce<JsonObject>((made, { path }) => {
    const value = valueAt(content, path);
    return isBlank(value) ? made : withValueAt(made, path, value);
  }, {});
  return tidyContent(copied);
};
