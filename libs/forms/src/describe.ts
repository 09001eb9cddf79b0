import { ANSWER_GAPS, type AnswerGap, type Locale } from '@soc-coop/contracts';

import { blockFields, isBlockKind } from './blocks';
import { isJsonArray, isJsonObject, valueAt } from './content/values';
import {
  PURPOSE_LIST,
  type CodeEntry,
  type ColumnField,
  type ExchangeFormDefinition,
  type Field,
  type FormPart,
  type PartName,
  type RowsField,
} from './definition';
import { YES_NO_UNKNOWN } from './lists/built-in';
import { countryName } from './lists/countries';
import { answerPath, visibleColumns, visibleFields, type FormContext } from './rules/visibility';
import type { JsonObject, JsonValue } from './schema/json-schema';

/**
 * A value ready to be shown in the reader's language. Codes are worded; dates, months, numbers and amounts stay
 * as they are for `Intl` to format; `text` was written by a person and stands in the language of its author.
 */
export type DescribedValue =
  | { readonly kind: 'code'; readonly code: string; readonly text: string }
  | { readonly kind: 'codes'; readonly items: readonly { readonly code: string; readonly text: string }[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'money'; readonly amount: string; readonly currency: string }
  | { readonly kind: 'group'; readonly entries: readonly DescribedEntry[] }
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly rows: readonly DescribedRow[] };

/** One row of a table; a column that does not count in this row, or is empty, is null. */
export type DescribedRow = readonly (DescribedValue | null)[];

/** A label with its value; null means nothing was written. */
export interface DescribedEntry {
  readonly path: string;
  readonly label: string;
  readonly personalData: boolean;
  readonly value: DescribedValue | null;
}

/** A heading with its entries, or with the reason why its question stays open. */
export interface DescribedSection {
  readonly id: string;
  readonly title: string;
  readonly question: string | null;
  readonly gap: AnswerGap | null;
  readonly gapNote: string | null;
  readonly entries: readonly DescribedEntry[];
}

/** What describing a content needs to know besides it. */
interface Reader {
  readonly locale: Locale;
  readonly lists: Readonly<Record<string, readonly CodeEntry[]>>;
  readonly content: JsonObject;
  readonly context: FormContext;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const wordCode = (entries: readonly CodeEntry[], code: string, locale: Locale) => ({
  code,
  text: entries.find((entry) => entry.code === code)?.label[locale] ?? code,
});

const ofText = (field: Field, value: string, reader: Reader): DescribedValue => {
  switch (field.kind) {
    case 'code':
      return { kind: 'code', ...wordCode(reader.lists[field.list] ?? [], value, reader.locale) };
    case 'yesNo':
    case 'yesNoUnknown':
      return { kind: 'code', ...wordCode(YES_NO_UNKNOWN, value, reader.locale) };
    case 'country':
      return { kind: 'code', code: value, text: countryName(value, reader.locale) };
    case 'date':
      return { kind: 'date', date: value };
    case 'month':
      return { kind: 'month', month: value };
    default:
      return { kind: 'text', text: value };
  }
};

const ofRows = (field: RowsField, rows: readonly JsonValue[], reader: Reader): DescribedValue => {
  const ofRow = (row: JsonObject): DescribedRow => {
    const shown = new Set(visibleColumns(field.columns, row, reader.content, reader.context));
    return field.columns.map((column) => (shown.has(column) ? ofField(column, row, reader) : null));
  };
  return {
    kind: 'rows',
    columns: field.columns.map(({ label }) => label[reader.locale]),
    rows: rows.filter(isJsonObject).map(ofRow),
  };
};

const ofArray = (field: Field, value: readonly JsonValue[], reader: Reader): DescribedValue | null => {
  if (field.kind === 'rows') return ofRows(field, value, reader);
  if (field.kind !== 'codes') return null;
  const entries = reader.lists[field.list] ?? [];
  return {
    kind: 'codes',
    items: value.filter(isText).map((code) => wordCode(entries, code, reader.locale)),
  };
};

const ofObject = (field: Field, value: JsonObject, reader: Reader): DescribedValue | null => {
  if (isBlockKind(field.kind)) {
    const written = entriesOf(blockFields(field.kind), value, reader).filter((entry) => entry.value !== null);
    return { kind: 'group', entries: written };
  }
  if (field.kind === 'money') {
    const { amount, currency } = value;
    return isText(amount) && isText(currency) ? { kind: 'money', amount, currency } : null;
  }
  const purpose = field.kind === 'question' ? value['purpose'] : undefined;
  return isText(purpose)
    ? { kind: 'code', ...wordCode(reader.lists[PURPOSE_LIST] ?? [], purpose, reader.locale) }
    : null;
};

const ofField = (field: Field, level: JsonObject, reader: Reader): DescribedValue | null => {
  const value = valueAt(level, field.path);
  if (isText(value)) return ofText(field, value, reader);
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (isJsonArray(value)) return ofArray(field, value, reader);
  return isJsonObject(value) ? ofObject(field, value, reader) : null;
};

const entriesOf = (
  fields: readonly (Field | ColumnField)[],
  level: JsonObject,
  reader: Reader,
): readonly DescribedEntry[] =>
  fields.map((field) => ({
    path: field.path,
    label: field.label[reader.locale],
    personalData: field.personalData,
    value: ofField(field, level, reader),
  }));

const isGap = (value: unknown): value is AnswerGap => ANSWER_GAPS.some((gap) => gap === value);

const gapOf = (question: string | undefined, content: JsonObject) => {
  const answer = question === undefined ? undefined : valueAt(content, answerPath(question));
  const { gap, gapNote } = isJsonObject(answer) ? answer : {};
  return { gap: isGap(gap) ? gap : null, gapNote: isText(gapNote) ? gapNote : null };
};

/** Describes any part with its lists; `describe` is the usual way in. */
export const describePart = (
  part: FormPart,
  lists: Reader['lists'],
  content: JsonObject,
  locale: Locale,
  context: FormContext = {},
): readonly DescribedSection[] =>
  visibleFields(part, content, context).map(({ section, fields }) => {
    const { gap, gapNote } = gapOf(section.question, content);
    const asked = fields.filter(
      (field) => field.kind !== 'question' || valueAt(content, field.path) !== undefined,
    );
    return {
      id: section.id,
      title: section.title[locale],
      question: section.question ?? null,
      gap,
      gapNote,
      entries: gap === null ? entriesOf(asked, content, { locale, lists, content, context }) : [],
    };
  });

/**
 * A content as sections of labels and values in one language, for the case page, the two sides of the mirror
 * view and print: describing it twice gives the same entries in two languages, line by line. Questions that
 * were not asked are left out. To describe an answer, give the request in the context.
 */
export const describe = (
  definition: ExchangeFormDefinition,
  part: PartName,
  content: JsonObject,
  locale: Locale,
  context: FormContext = {},
): readonly DescribedSection[] =>
  describePart(definition[part], definition.codeLists, content, locale, context);
