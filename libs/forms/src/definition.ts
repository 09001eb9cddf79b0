import type { CertificateKind, Trilingual, Urgency } from '@soc-coop/contracts';

import type { JsonSchema } from './schema/json-schema';

/**
 * The format of an exchange type: plain data, safe to send as JSON, versioned, and pinned by every exchange
 * that uses it. Rendering, checking and printing all read this and know no type by name, so that a new type
 * needs no change under `apps/`.
 */

/**
 * The formats this release reads; a reader refuses what it does not know, never guesses. A definition carries
 * the lowest number that has all it uses, so that what was published long ago stays readable, byte for byte:
 * 1 is the first; 2 adds `SubjectRule.when`.
 */
export const FORM_FORMATS = [1, 2] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

/** The first format, for definitions that use nothing newer. */
export const FORM_FORMAT = 1 satisfies FormFormat;

/** True for the number of a format this release reads. */
export const isKnownFormat = (format: unknown): format is FormFormat =>
  FORM_FORMATS.some((known) => known === format);

/** One choice of a code list. */
export interface CodeEntry {
  readonly code: string;
  readonly label: Trilingual;
}

/**
 * A field shows, and is asked for, only while the value at `field` is one of `in` (for several codes: one of
 * them is). The path is looked up beside the field: in the content, or in the row for a column of a table;
 * `of: 'content'` reaches out of the row, `of: 'request'` looks into the request while an answer is written.
 */
export interface Condition {
  readonly field: string;
  readonly in: readonly (string | boolean)[];
  readonly of?: 'content' | 'request';
}

interface FieldBase {
  /** Where the value lies in the content: names joined by dots, such as `period` or `answers.Q1.since`. */
  readonly path: string;
  readonly label: Trilingual;
  readonly help?: Trilingual;
  /** True when the value tells something about a person; drives masking, export and retention. */
  readonly personalData: boolean;
  /** Why the value is asked for, in words for the officer and for the person concerned. */
  readonly purpose?: Trilingual;
  readonly required: boolean;
  /** All must hold; none means always. */
  readonly when?: readonly Condition[];
}

/** Free text in the language of its author. */
export interface TextField extends FieldBase {
  readonly kind: 'text' | 'longText';
  readonly maxLength?: number;
}

/** One or several codes of a list of the definition. */
export interface CodeField extends FieldBase {
  readonly kind: 'code' | 'codes';
  readonly list: string;
}

/** A date or a period; `past` forbids days after today. */
export interface DateField extends FieldBase {
  readonly kind: 'date' | 'month' | 'period';
  readonly past?: boolean;
}

/** A whole number within bounds. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
}

/** Values whose shape the format fixes: see `BLOCKS` for address, person and money. */
export interface FixedField extends FieldBase {
  readonly kind: 'yesNo' | 'yesNoUnknown' | 'country' | 'money' | 'address' | 'person';
}

/** A table: every row has the same columns, whose paths are relative to the row. */
export interface RowsField extends FieldBase {
  readonly kind: 'rows';
  readonly columns: readonly ColumnField[];
  readonly maxRows: number;
}

/**
 * A question of the request. It is not asked until the officer ticks it **and** the purpose it is asked for;
 * an answer to a question that was not asked is refused. The content under `path` is `{ asked, purpose }`.
 */
export interface QuestionField extends FieldBase {
  readonly kind: 'question';
  readonly question: string;
  /** The purposes, of the definition's list `PURPOSE_LIST`, that justify the question. */
  readonly purposes: readonly string[];
}

export type ColumnField = TextField | CodeField | DateField | NumberField | FixedField;
export type Field = ColumnField | RowsField | QuestionField;
export type FieldKind = Field['kind'];

/** The list of purposes every definition with questions carries. */
export const PURPOSE_LIST = 'CL-01';

/** A group of fields under one heading. */
export interface Section {
  readonly id: string;
  readonly title: Trilingual;
  readonly help?: Trilingual;
  /**
   * In an answer: the question this section answers. It shows only when the question was asked, its fields lie
   * under `answers.<question>`, and instead of them a gap may be given: `{ gap, gapNote? }`.
   */
  readonly question?: string;
  readonly fields: readonly Field[];
}

/** One side's content: the shape as JSON Schema 2020-12 and the layout the shape is derived from. */
export interface FormPart {
  readonly schema: JsonSchema;
  readonly layout: readonly Section[];
}

/** The deadlines an exchange of the type has where the agreement's terms say nothing, in working days. */
export interface DefaultTerms {
  readonly acceptWorkingDays: number;
  readonly answerWorkingDays: Readonly<Record<Urgency, number>>;
}

/** What the type demands of the person block (`SUBJECT_FORM`). */
export interface SubjectRule {
  /**
   * All must hold of the request's content; none means always. As with a field, while they do not hold nobody is
   * asked for: a person written down all the same is refused, not sent without need. Since format 2.
   */
  readonly when?: readonly Condition[];
  readonly required: boolean;
  /** Without an identifier, the parents' names and the place of birth are needed. */
  readonly identifierOrParents: boolean;
}

/** An exchange type, whole. */
export interface ExchangeFormDefinition {
  readonly format: FormFormat;
  readonly code: string;
  readonly version: number;
  readonly title: Trilingual;
  readonly description: Trilingual;
  /** The certificates asked for where the agreement's terms say nothing. */
  readonly certificates: readonly CertificateKind[];
  readonly defaultTerms: DefaultTerms;
  /** Whether a second person approves the request, or the answer, before it leaves. */
  readonly fourEyes: { readonly request: boolean; readonly answer: boolean };
  readonly subject: SubjectRule;
  readonly codeLists: Readonly<Record<string, readonly CodeEntry[]>>;
  readonly request: FormPart;
  readonly answer: FormPart;
}

/** Which of the two contents of an exchange is meant. */
export type PartName = 'request' | 'answer';
