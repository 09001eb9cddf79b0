import { isJsonArray, isJsonObject, joinPath } from '../content/values';
import type { ExchangeFormDefinition } from '../definition';
import { checkSchema } from '../schema/check-schema';
import { DEFINITION_SCHEMA } from '../schema/definition-schema';
import { defect, type Defect } from './defects';

/** The attributes a kind of field cannot do without; the schema alone cannot tie them to the kind. */
const NEEDED: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['code', ['list']],
  ['codes', ['list']],
  ['number', ['min', 'max']],
  ['rows', ['columns', 'maxRows']],
  ['question', ['question', 'purposes']],
]);

const missingIn = (fields: unknown, place: string): readonly Defect[] =>
  isJsonArray(fields)
    ? fields.flatMap((field, at) => {
        if (!isJsonObject(field)) return [];
        const here = joinPath(place, at);
        const missing = (NEEDED.get(field['kind']) ?? []).filter((name) => !Object.hasOwn(field, name));
        return [
          ...missing.map((name) => defect('attributeMissing', joinPath(here, name))),
          ...missingIn(field['columns'], joinPath(here, 'columns')),
        ];
      })
    : [];

const layoutOf = (part: unknown): readonly unknown[] => {
  const layout = isJsonObject(part) ? part['layout'] : undefined;
  return isJsonArray(layout) ? layout : [];
};

const missingAttributes = (data: unknown): readonly Defect[] =>
  isJsonObject(data)
    ? ['request', 'answer'].flatMap((part) =>
        layoutOf(data[part]).flatMap((section, at) =>
          isJsonObject(section) ? missingIn(section['fields'], `${part}.layout.${at}.fields`) : [],
        ),
      )
    : [];

/** What keeps data from being read as a definition at all. */
export const shapeDefects = (data: unknown): readonly Defect[] => [
  ...checkSchema(DEFINITION_SCHEMA, data).map(({ path, keyword }) => defect('shape', `${path} ${keyword}`)),
  ...missingAttributes(data),
];

/** True when data has the shape of a definition this release can read; narrows what the API sent. */
export const isFormDefinition = (data: unknown): data is ExchangeFormDefinition =>
  shapeDefects(data).length === 0;
