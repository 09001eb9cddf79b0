import { canonicalJson } from '@soc-coop/domain';
import {
  tidyContent,
  valueAt,
  withValueAt,
  type FormPart,
  type JsonObject,
  type JsonValue,
} from '@soc-coop/forms';

/** Whose version of a field counts. */
export type Side = 'MINE' | 'THEIRS';

/** What is chosen as one: a field, or the reason of a gap with its sentence. */
export interface MergeField {
  readonly id: string;
  readonly paths: readonly string[];
}

/** A field that is not the same in both versions, and who changed it since both began with the same text. */
export interface Difference {
  readonly id: string;
  readonly changedBy: Side | 'BOTH';
}

/** Three versions of one draft: where both began, what is on this page, and what the server has. */
export interface ThreeVersions {
  readonly base: JsonObject;
  readonly mine: JsonObject;
  readonly theirs: JsonObject;
}

export type Choices = Readonly<Record<string, Side>>;

/** The fields of a form that lies under `prefix` in the versions; hidden ones too, so that nothing is lost. */
export const mergeFields = (prefix: string, part: FormPart): readonly MergeField[] =>
  part.layout.flatMap(({ fields, question }) => {
    const gap = `${prefix}.answers.${question}.gap`;
    return [
      ...(question === undefined ? [] : [{ id: gap, paths: [gap, `${gap}Note`] }]),
      ...fields.map(({ path }) => ({ id: `${prefix}.${path}`, paths: [`${prefix}.${path}`] })),
    ];
  });

/** What a field says, as text to compare: nothing written is the same as nothing there. */
const said = (version: JsonObject, { paths }: MergeField): string =>
  canonicalJson(
    paths.map((path) => {
      const value: JsonValue | undefined = valueAt(version, path);
      return tidyContent(value === undefined ? {} : { value });
    }),
  );

/** The fields that differ between the two versions, in the order of the form. */
export const differences = (
  fields: readonly MergeField[],
  { base, mine, theirs }: ThreeVersions,
): readonly Difference[] =>
  fields.flatMap((field): readonly Difference[] => {
    const [was, here, there] = [said(base, field), said(mine, field), said(theirs, field)];
    if (here === there) return [];
    if (there === was) return [{ id: field.id, changedBy: 'MINE' }];
    return [{ id: field.id, changedBy: here === was ? 'THEIRS' : 'BOTH' }];
  });

/** What nobody has to decide: a field only one of the two has touched keeps what that one wrote. */
export const settledChoices = (found: readonly Difference[]): Choices =>
  Object.fromEntries(found.flatMap(({ id, changedBy }) => (changedBy === 'BOTH' ? [] : [[id, changedBy]])));

/** Their version with the fields of mine that were chosen. */
export const mergeVersions = (
  fields: readonly MergeField[],
  { mine, theirs }: Pick<ThreeVersions, 'mine' | 'theirs'>,
  choices: Choices,
): JsonObject =>
  fields
    .filter(({ id }) => choices[id] === 'MINE')
    .flatMap(({ paths }) => paths)
    .reduce((merged, path) => withValueAt(merged, path, valueAt(mine, path)), theirs);
