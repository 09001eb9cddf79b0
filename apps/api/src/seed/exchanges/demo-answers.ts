import type { AnswerGap, Completeness, QualityMark } from '@soc-coop/contracts';
import { addDays, type IsoDate } from '@soc-coop/domain';
import { countryOf, type DemoCase, type DemoType } from './demo-cases';
import { incomeAnswers } from './demo-incomes';
import { DEMO_PERSONS } from './demo-persons';
import { addressOf, type Content, ownQuestion, questionsOf } from './demo-requests';
import { pickOf, WORDS } from './demo-words';

/** An answer as the services take it. */
export interface DemoAnswer {
  readonly completeness: Completeness;
  readonly qualityMark: QualityMark;
  readonly content: Content;
}

/** Since when somebody has been registered, in days before the request; who moved away had stayed a while. */
const SINCE_DAYS = 240;
const STAYED_DAYS = 150;

/** Somebody who lives with the person asked about. */
const companion = ({ person, turn }: DemoCase): Content => {
  const country = person?.country ?? 'RO';
  const others = DEMO_PERSONS[country].filter(({ number }) => number !== person?.number);
  const { familyName, givenName, birthDate } = pickOf(others, turn * 5 + 3);
  return {
    person: { familyName, givenName, birthDate },
    relation: pickOf(['PARTNER', 'PARENT', 'SIBLING'], turn),
  };
};

const residenceAnswers = (told: DemoCase, opened: IsoDate): Content => {
  const words = WORDS[countryOf(told.to)];
  const { turn } = told;
  const since = addDays(opened, -SINCE_DAYS);
  const gone = turn % 4 === 1;
  return {
    Q1: { registrations: [{ kind: gone ? 'DOMICILE' : 'RESIDENCE', address: addressOf(told), from: since }] },
    Q2: gone
      ? { result: 'NOT_LIVES', leftOn: addDays(since, STAYED_DAYS), remarks: pickOf(words.left, turn) }
      : { result: turn % 4 === 3 ? 'PARTLY' : 'LIVES', since, remarks: pickOf(words.lives, turn) },
    Q3: turn % 3 === 0 ? { alone: 'YES' } : { alone: 'NO', members: [companion(told)] },
    Q5: { any: 'NO' },
    Q6: {
      made: 'YES',
      date: addDays(opened, 2),
      officer: words.visitor,
      result: gone ? 'NOT_MET' : 'MET',
      findings: gone ? pickOf(words.left, turn) : pickOf(words.visited, turn),
    },
  };
};

const generalAnswers = (told: DemoCase): Content =>
  Object.fromEntries(
    questionsOf(told).map((code, at) => {
      const { a: text, source } = ownQuestion(told, at);
      return [code, { text, ...(source === undefined ? {} : { sources: [{ title: source }] }) }];
    }),
  );

const KNOWN: Readonly<Record<DemoType, (told: DemoCase, opened: IsoDate) => Content>> = {
  EX02: residenceAnswers,
  EX03: incomeAnswers,
  EX11: generalAnswers,
};

const MARKS: readonly QualityMark[] = ['Q1', 'Q3', 'Q1', 'Q2'];
/** Why the last question of a partial answer stays open. */
const GAPS: readonly Exclude<AnswerGap, 'NR'>[] = ['LT', 'NK', 'NA'];

/** The answer to exactly the questions that were asked. */
export const answerContent = (told: DemoCase, completeness: Completeness, opened: IsoDate): DemoAnswer => {
  const known = KNOWN[told.type](told, opened);
  const questions = questionsOf(told);
  const gap = pickOf(GAPS, told.turn);
  const open = { gap, gapNote: WORDS[countryOf(told.to)].gapNote[gap] };
  const toldOf = (code: string, at: number): unknown => {
    if (completeness === 'NEG') return { gap: 'NR' };
    return completeness === 'PART' && at === questions.length - 1 ? open : known[code];
  };
  return {
    completeness,
    qualityMark: pickOf(MARKS, told.turn),
    content: { answers: Object.fromEntries(questions.map((code, at) => [code, toldOf(code, at)])) },
  };
};

/** The same answer with a remark more. */
export const correctedAnswer = (answer: DemoAnswer, remarks: string): DemoAnswer => ({
  ...answer,
  content: { ...answer.content, remarks },
});
