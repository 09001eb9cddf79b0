import type { Completeness } from '@soc-coop/contracts';

import { isBlank, isJsonObject, valueAt } from '../content/values';
import type { FormPart } from '../definition';
import { problem, type FormProblem } from '../problems';
import type { JsonObject } from '../schema/json-schema';
import { answerPath, askedQuestions, isSectionOpen, questionFields, type FormContext } from './visibility';

/** A gap that leaves nothing open: the register was read and holds no such record. */
const COMPLETE_GAP = 'NR';

/** The content of a question's answer, as far as it is written. */
const answerOf = (question: string, content: JsonObject): JsonObject => {
  const value = valueAt(content, answerPath(question));
  return isJsonObject(value) ? value : {};
};

const isFilled = (answer: JsonObject): boolean =>
  Object.entries(answer).some(([name, value]) => name !== 'gap' && name !== 'gapNote' && !isBlank(value));

/** True when the question is answered with values, whether or not a gap is given as well. */
export const hasValues = (question: string, content: JsonObject): boolean =>
  isFilled(answerOf(question, content));

/** A finished request of a type with questions asks at least one. */
export const checkQuestionsAsked = (part: FormPart, content: JsonObject): readonly FormProblem[] =>
  questionFields(part).length > 0 && askedQuestions(part, content).length === 0
    ? [problem('questions', 'noQuestion')]
    : [];

/** Nothing may be told that was not asked: holds for drafts as well. */
export const checkNotAsked = (
  part: FormPart,
  content: JsonObject,
  context: FormContext,
): readonly FormProblem[] =>
  part.layout.flatMap((section) => {
    if (section.question === undefined || isSectionOpen(section, context)) return [];
    const path = answerPath(section.question);
    return valueAt(content, path) === undefined ? [] : [problem(path, 'notAsked')];
  });

const ofGap = (path: string, gap: unknown, completeness: Completeness | undefined): readonly FormProblem[] =>
  completeness === 'FULL' && gap !== COMPLETE_GAP ? [problem(path, 'gapInFullAnswer')] : [];

const ofValues = (
  path: string,
  { gap, gapNote }: JsonObject,
  completeness: Completeness | undefined,
): readonly FormProblem[] => [
  ...(isBlank(gap) ? [] : [problem(path, 'gapAndValue')]),
  ...(isBlank(gap) && !isBlank(gapNote) ? [problem(`${path}.gapNote`, 'notApplicable')] : []),
  ...(completeness === 'NEG' ? [problem(path, 'valueInNegativeAnswer')] : []),
];

const ofAnswer = (
  path: string,
  answer: JsonObject,
  completeness: Completeness | undefined,
): readonly FormProblem[] => {
  const { gap } = answer;
  const filled = isFilled(answer);
  if (isBlank(gap) && !filled) return [problem(path, 'unanswered')];
  return [
    ...(filled ? ofValues(path, answer, completeness) : []),
    ...(isBlank(gap) ? [] : ofGap(path, gap, completeness)),
  ];
};

/** Silence is not an answer: every asked question has values or a gap, and they fit the declared completeness. */
export const checkAnswers = (
  part: FormPart,
  content: JsonObject,
  context: FormContext,
  completeness: Completeness | undefined,
): readonly FormProblem[] =>
  part.layout.flatMap((section) =>
    section.question !== undefined && isSectionOpen(section, context)
      ? ofAnswer(answerPath(section.question), answerOf(section.question, content), completeness)
      : [],
  );
