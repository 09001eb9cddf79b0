import { canonicalJson } from '@soc-coop/domain';
import { checkDefinition } from '../check/check-definition';
import type { Defect } from '../check/defects';
import { isFormDefinition } from '../check/shape';
import { isJsonObject } from '../content/values';
import { PART_NAMES } from '../check/layout-walk';
import type { ExchangeFormDefinition, PartName } from '../definition';
import { formPart } from '../schema/derive-schema';
import type { JsonObject } from '../schema/json-schema';
import { EX02 } from './ex02';
import { EX03 } from './ex03';
import { EX11 } from './ex11';

/** The definitions every release brings with it: every version of every type that was ever published. */
export const FORM_DEFINITIONS: readonly ExchangeFormDefinition[] = [EX02, EX03, EX11];

/** What this process knows: the release's own definitions, and those published from files when it started. */
const published: ExchangeFormDefinition[] = [...FORM_DEFINITIONS];

/** Every published definition; an exchange keeps the version it was opened with. */
export const publishedDefinitions = (): readonly ExchangeFormDefinition[] => published;

/**
 * The definition of a type: the version asked for, else the newest.
 * @returns null when the type or the version does not exist.
 */
export const formDefinition = (code: string, version?: number): ExchangeFormDefinition | null => {
  const known = published.filter((definition) => definition.code === code);
  if (version !== undefined) return known.find((definition) => definition.version === version) ?? null;
  return known.reduce<ExchangeFormDefinition | null>(
    (newest, definition) => (newest === null || definition.version > newest.version ? definition : newest),
    null,
  );
};

/** What keeps a definition from being published: a defect of its own, or another one under the same number. */
export type PublishingDefect = Defect | { readonly code: 'publishedOtherwise'; readonly place: string };

/**
 * Publishes a definition that came as data. Its parts may leave their schema out: the layout says it already.
 * What was published once never changes, so the same type and version again is welcome only when it is the same.
 * @returns the defects that kept it from being published; none when it is published.
 */
export const publishDefinition = (data: unknown): readonly PublishingDefect[] => {
  const whole = withSchemas(data);
  const defects = checkDefinition(whole);
  if (defects.length > 0 || !isFormDefinition(whole)) return defects;
  const known = formDefinition(whole.code, whole.version);
  if (known === null) published.push(whole);
  else if (canonicalJson(known) !== canonicalJson(whole))
    return [{ code: 'publishedOtherwise', place: `${whole.code}@${whole.version}` }];
  return [];
};

/** Adds the schemas a file left out; what cannot be read as a definition is left for the check to name. */
const withSchemas = (data: unknown): unknown => {
  if (!isJsonObject(data)) return data;
  const bare = PART_NAMES.filter((name) => isJsonObject(data[name]) && !('schema' in data[name]));
  const whole = bare.reduce<JsonObject>(
    (all, name) => ({ ...all, [name]: { schema: {}, ...part(all, name) } }),
    data,
  );
  if (!isFormDefinition(whole)) return data;
  return bare.reduce<ExchangeFormDefinition>(
    (all, name) => ({ ...all, [name]: formPart(all[name].layout, all.codeLists) }),
    whole,
  );
};

const part = (data: JsonObject, name: PartName): JsonObject => {
  const found = data[name];
  return isJsonObject(found) ? found : {};
};
