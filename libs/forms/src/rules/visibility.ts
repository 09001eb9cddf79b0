import { isJsonArray, isJsonObject, joinPath, valueAt } from '../content/values';
import type { ColumnField, Condition, Field, FormPart, QuestionField, Section } from '../definition';
import type { JsonObject, JsonValue } from '../schema/json-schema';

/** What besides the content decides which fields count. */
export interface FormContext {
  /** The request, while its answer is written, checked or shown. */
  readonly request?: JsonObject;
  /** Today as `YYYY-MM-DD`; without it no day counts as future. */
  readonly today?: string;
}

/** Where a condition looks: beside the field, and in the whole content. */
interface Scope {
  readonly level: JsonObject;
  readonly content: JsonObject;
  readonly request: JsonObject;
}

const holds = (condition: Condition, scope: Scope): boolean => {
  const root = condition.of === undefined ? scope.level : scope[condition.of];
  const value = valueAt(root, condition.field);
  const values: readonly (JsonValue | undefined)[] = isJsonArray(value) ? value : [value];
  return values.some((item) => condition.in.some((wanted) => wanted === item));
};

const isVisible = (field: Pick<Field, 'when'>, scope: Scope): boolean =>
  (field.when ?? []).every((condition) => holds(condition, scope));

/** True while everything holds that `when` asks of the content of a request. */
export const countsInRequest = (rule: Pick<Field, 'when'>, content: JsonObject): boolean =>
  isVisible(rule, { level: content, content, request: content });

/** The fields under one heading that count at the moment. */
export interface VisibleSection {
  readonly section: Section;
  readonly fields: readonly Field[];
}

/** The question fields of a request, wherever they stand in its layout. */
export const questionFields = (request: FormPart): readonly QuestionField[] =>
  request.layout.flatMap(({ fields }) => fields.filter((field) => field.kind === 'question'));

/** True when a request asks the question under this path. */
const isAsked = (request: JsonObject, path: string): boolean => valueAt(request, `${path}.asked`) === true;

/** The codes of the questions a request asks, in the order of the form. */
export const askedQuestions = (request: FormPart, content: JsonObject): readonly string[] =>
  questionFields(request)
    .filter(({ path }) => isAsked(content, path))
    .map(({ question }) => question);

/** Where the questions of a definition keep whether they were asked: `questions.<code>`. */
export const questionPath = (question: string): string => `questions.${question}`;

/** Where the answer to a question lies. */
export const answerPath = (question: string): string => `answers.${question}`;

/** True when the section belongs to no question, or to one the request asks. */
export const isSectionOpen = ({ question }: Section, context: FormContext): boolean =>
  question === undefined || isAsked(context.request ?? {}, questionPath(question));

/**
 * What a form shows now: sections in order with the fields whose conditions hold. A section without a visible
 * field is left out. A pure function of what was written, for renderer, checker and print alike.
 */
export const visibleFields = (
  part: FormPart,
  content: JsonObject,
  context: FormContext = {},
): readonly VisibleSection[] =>
  part.layout
    .filter((section) => isSectionOpen(section, context))
    .map((section) => ({
      section,
      fields: section.fields.filter((field) =>
        isVisible(field, { level: content, content, request: context.request ?? {} }),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);

/** The columns of one row that count, given what the row holds. */
export const visibleColumns = (
  columns: readonly ColumnField[],
  row: JsonObject,
  content: JsonObject,
  context: FormContext = {},
): readonly ColumnField[] =>
  columns.filter((column) => isVisible(column, { level: row, content, request: context.request ?? {} }));

/** A field at its place in a content, down to the columns of each row. */
export interface FieldSpot {
  readonly section: Section;
  readonly field: Field;
  readonly path: string;
  readonly value: JsonValue | undefined;
  readonly visible: boolean;
}

/** Every field of the open sections with its value, hidden ones too; tables are followed by their rows' columns. */
export const fieldSpots = (
  part: FormPart,
  content: JsonObject,
  context: FormContext = {},
): readonly FieldSpot[] => {
  const request = context.request ?? {};
  const spot = (section: Section, field: Field, level: JsonObject, base: string): FieldSpot => ({
    section,
    field,
    path: base === '' ? field.path : joinPath(base, field.path),
    value: valueAt(level, field.path),
    visible: isVisible(field, { level, content, request }),
  });
  return part.layout
    .filter((section) => isSectionOpen(section, context))
    .flatMap((section) => section.fields.map((field) => spot(section, field, content, '')))
    .flatMap((outer) => {
      const { field, value } = outer;
      if (field.kind !== 'rows' || !outer.visible || !isJsonArray(value)) return [outer];
      const inner = value.flatMap((row, at) =>
        isJsonObject(row)
          ? field.columns.map((column) => spot(outer.section, column, row, joinPath(outer.path, at)))
          : [],
      );
      return [outer, ...inner];
    });
};
