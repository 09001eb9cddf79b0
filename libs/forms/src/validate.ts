import type { Completeness, FormProblemCode } from '@soc-coop/contracts';

import { checkBounds } from './content/bounds';
import { isJsonObject } from './content/values';
import type { ExchangeFormDefinition, FormPart } from './definition';
import { MOST_PROBLEMS, distinctProblems, problem, type FormProblem } from './problems';
import { checkFields } from './rules/field-rules';
import { checkAnswers, checkNotAsked, checkQuestionsAsked, hasValues } from './rules/question-rules';
import { fieldSpots, type FieldSpot } from './rules/visibility';
import { checkSchema, type SchemaFailure } from './schema/check-schema';
import type { JsonObject, JsonSchema } from './schema/json-schema';

/** How strictly a content is checked. */
export interface ValidationOptions {
  /**
   * A draft: it may be incomplete, inexact and hold values of fields hidden meanwhile, but it already has the
   * right shape and bounds, and tells nothing that was not asked.
   */
  readonly partial?: boolean;
  /** Today as `YYYY-MM-DD`, so that past events are not in the future. */
  readonly today?: string;
}

export interface AnswerOptions extends ValidationOptions {
  /** What the answer claims to be; the gaps must agree with it. */
  readonly completeness?: Completeness;
}

const CODE_OF: Readonly<Partial<Record<keyof JsonSchema, FormProblemCode>>> = {
  type: 'type',
  required: 'required',
  minLength: 'required',
  minItems: 'required',
  minProperties: 'required',
  additionalProperties: 'unknownField',
  enum: 'notInList',
  const: 'notInList',
  maxLength: 'tooLong',
  maxItems: 'tooMany',
  maxProperties: 'tooMany',
  uniqueItems: 'duplicate',
  pattern: 'format',
  format: 'date',
  minimum: 'outOfRange',
  maximum: 'outOfRange',
};

const ofSchema = ({ path, keyword, bound }: SchemaFailure): FormProblem =>
  problem(
    path,
    CODE_OF[keyword] ?? 'type',
    bound === undefined ? {} : { [BOUND_NAME[keyword] ?? 'max']: bound },
  );

const BOUND_NAME: Readonly<Partial<Record<keyof JsonSchema, string>>> = {
  minLength: 'min',
  minItems: 'min',
  minProperties: 'min',
  minimum: 'min',
};

/** The checks every part shares; `rules` adds what only this part asks. */
export const validatePart = (
  part: FormPart,
  content: unknown,
  partial: boolean,
  rules: (content: JsonObject) => readonly FormProblem[],
): readonly FormProblem[] => {
  const bounds = checkBounds(content, partial);
  if (bounds.some(({ code }) => code === 'tooLarge')) return bounds;
  const shape = checkSchema(part.schema, content, { partial, limit: MOST_PROBLEMS }).map(ofSchema);
  return distinctProblems([...bounds, ...shape, ...(isJsonObject(content) ? rules(content) : [])]);
};

const never = (): boolean => false;

/**
 * Checks the content of a request against its definition.
 * @returns the problems by path; none means it may be kept (`partial`) or sent.
 */
export const validateRequest = (
  definition: ExchangeFormDefinition,
  content: unknown,
  { partial = false, today }: ValidationOptions = {},
): readonly FormProblem[] =>
  validatePart(definition.request, content, partial, (values) =>
    partial
      ? []
      : [
          ...checkFields(fieldSpots(definition.request, values), never, today),
          ...checkQuestionsAsked(definition.request, values),
        ],
  );

/**
 * Checks the content of an answer against its definition and the request it answers: what was not asked may
 * not be told, what was asked has values or a coded gap.
 */
export const validateAnswer = (
  { answer: part }: ExchangeFormDefinition,
  request: JsonObject,
  content: unknown,
  { partial = false, today, completeness }: AnswerOptions = {},
): readonly FormProblem[] =>
  validatePart(part, content, partial, (values) => {
    const told = checkNotAsked(part, values, { request });
    if (partial) return told;
    const withoutValues = ({ section }: FieldSpot): boolean =>
      section.question !== undefined && !hasValues(section.question, values);
    return [
      ...told,
      ...checkAnswers(part, values, { request }, completeness),
      ...checkFields(fieldSpots(part, values, { request }), withoutValues, today),
    ];
  });
