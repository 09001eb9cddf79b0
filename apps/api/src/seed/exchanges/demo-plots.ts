import type { Completeness } from '@soc-coop/contracts';

/** What can happen in a demonstration case; an answer says how complete it is, a correction whose it is. */
export const STORY_STEPS = [
  'OPEN',
  'SUBMIT',
  'APPROVE',
  'SEND_BACK',
  'DISCARD',
  'SEND',
  'ACCEPT',
  'REFUSE',
  'FORWARD',
  'ASK_CLARIFICATION',
  'ANSWER_CLARIFICATION',
  'PROPOSE_DATE',
  'AGREE_DATE',
  'REMIND',
  'REPLY_TO_REMINDER',
  'SUBMIT_ANSWER_FULL',
  'SUBMIT_ANSWER_PART',
  'SUBMIT_ANSWER_NEG',
  'APPROVE_ANSWER',
  'ANSWER_FULL',
  'ANSWER_PART',
  'ANSWER_NEG',
  'SUBMIT_CORRECTED_REQUEST',
  'SUBMIT_CORRECTED_ANSWER',
  'APPROVE_CORRECTED_REQUEST',
  'APPROVE_CORRECTED_ANSWER',
  'CORRECT_REQUEST',
  'CORRECT_ANSWER',
  'INVALIDATE',
  'WITHDRAW',
  'CLOSE',
  'ASK_REOPENING',
  'AGREE_REOPENING',
  'DECLINE_REOPENING',
  'ASSIGN',
  'TAKE_OVER',
] as const;
export type StoryStep = (typeof STORY_STEPS)[number];

/** A step, and how many working days after the one before it. */
export interface PlotStep {
  readonly step: StoryStep;
  readonly gap: number;
}

/** How long ago the last step was, in working days, or how far from the day that is due then. */
export type PlotAge =
  { readonly ago: readonly [number, number] } | { readonly pastDue: readonly [number, number] };

/** The course of a case. */
export interface Plot {
  readonly steps: readonly PlotStep[];
  readonly age: PlotAge;
}

/** How complete an answer of a story is; null for steps that are none. */
export const completenessOf = (step: StoryStep): Completeness | null => {
  switch (step) {
    case 'ANSWER_FULL':
    case 'SUBMIT_ANSWER_FULL':
      return 'FULL';
    case 'ANSWER_PART':
    case 'SUBMIT_ANSWER_PART':
      return 'PART';
    case 'ANSWER_NEG':
    case 'SUBMIT_ANSWER_NEG':
      return 'NEG';
    default:
      return null;
  }
};

const stepOf = (word: string): PlotStep => {
  const [name = '', gap = '0'] = word.split('+');
  const step = STORY_STEPS.find((known) => known === name);
  if (step === undefined) throw new RangeError(`no step is called ${name}`);
  return { step, gap: Number(gap) };
};

const stepsOf = (text: string): readonly PlotStep[] => `OPEN ${text}`.trim().split(' ').map(stepOf);

const ago = (text: string, from: number, to: number): Plot => ({
  steps: stepsOf(text),
  age: { ago: [from, to] },
});
const pastDue = (text: string, from: number, to: number): Plot => ({
  steps: stepsOf(text),
  age: { pastDue: [from, to] },
});

/** Working days there are to look back on: half a year of them. */
export const LOOK_BACK = 122;

const answered = 'SEND ACCEPT+2 ANSWER_FULL+9';

/** The courses cases take, by name. A plot ends where its case stands today. */
export const PLOTS = {
  DRAFT: ago('', 1, 6),
  DISCARDED: ago('DISCARD+4', 10, 60),
  PENDING: ago('SUBMIT', 1, 3),
  SENT_BACK: ago('SUBMIT SEND_BACK+1', 1, 3),
  SENT: ago('SEND', 1, 3),
  SENT_OVERDUE: pastDue('SEND', 2, 4),
  SENT_REMINDED: ago('SEND REMIND+6', 1, 2),
  FORWARDED: ago('SEND FORWARD+2', 1, 3),
  ACCEPTED: ago('SEND ACCEPT+2', 1, 7),
  ACCEPTED_SOON: pastDue('SEND ACCEPT+3', -2, -1),
  ACCEPTED_OVERDUE: pastDue('SEND ACCEPT+4', 2, 5),
  ASSIGNED: ago('SEND ACCEPT+1 ASSIGN+1', 1, 5),
  TAKEN_OVER: ago('SEND ACCEPT+1 TAKE_OVER+3', 1, 5),
  REMINDED: ago('SEND ACCEPT+3 REMIND+14 REPLY_TO_REMINDER+1', 1, 3),
  CLARIFYING: ago('SEND ACCEPT+2 ASK_CLARIFICATION+2', 1, 4),
  CLARIFIED: ago('SEND ACCEPT+2 ASK_CLARIFICATION+3 ANSWER_CLARIFICATION+2', 1, 4),
  DATE_PROPOSED: ago('SEND ACCEPT+2 PROPOSE_DATE+6', 1, 3),
  DATE_AGREED: ago('SEND ACCEPT+2 PROPOSE_DATE+6 AGREE_DATE+2', 1, 6),
  ANSWERED: ago(answered, 1, 5),
  ANSWERED_PART: ago('SEND ACCEPT+3 ANSWER_PART+11', 1, 5),
  ANSWERED_CORRECTED: ago(`${answered} CORRECT_ANSWER+2`, 1, 3),
  REFUSED: ago('SEND REFUSE+3', 1, 4),
  REOPENING_ASKED: ago(`${answered} CLOSE+2 ASK_REOPENING+5`, 1, 3),
  REOPENED: ago(`${answered} CLOSE+2 ASK_REOPENING+6 AGREE_REOPENING+2`, 1, 5),
  CLOSED: ago(`${answered} CLOSE+3`, 3, LOOK_BACK),
  CLOSED_PART: ago('SEND ACCEPT+3 ANSWER_PART+12 CLOSE+3', 3, LOOK_BACK),
  CLOSED_NEG: ago('SEND ACCEPT+1 ANSWER_NEG+5 CLOSE+2', 3, LOOK_BACK),
  CLOSED_CLARIFIED: ago(
    'SEND ACCEPT+2 ASK_CLARIFICATION+3 ANSWER_CLARIFICATION+2 ANSWER_FULL+6 CLOSE+3',
    3,
    LOOK_BACK,
  ),
  CLOSED_DATE: ago('SEND ACCEPT+3 PROPOSE_DATE+8 AGREE_DATE+1 ANSWER_FULL+9 CLOSE+2', 3, LOOK_BACK),
  CLOSED_REMINDED: ago('SEND ACCEPT+4 REMIND+15 REPLY_TO_REMINDER+1 ANSWER_PART+5 CLOSE+3', 3, LOOK_BACK),
  CLOSED_CORRECTED: ago(
    'SEND CORRECT_REQUEST+1 ACCEPT+2 ANSWER_FULL+8 CORRECT_ANSWER+3 CLOSE+2',
    3,
    LOOK_BACK,
  ),
  CLOSED_REFUSED: ago('SEND REFUSE+3 CLOSE+3', 3, LOOK_BACK),
  CLOSED_FORWARDED: ago('SEND FORWARD+2 ACCEPT+2 ANSWER_FULL+9 CLOSE+3', 3, LOOK_BACK),
  WITHDRAWN: ago('SEND ACCEPT+2 WITHDRAW+4', 2, LOOK_BACK),
  INVALIDATED: ago('SEND INVALIDATE+1', 2, LOOK_BACK),
  DECLINED: ago(`${answered} CLOSE+2 ASK_REOPENING+20 DECLINE_REOPENING+2`, 2, 60),
  REOPENED_CLOSED: ago(`${answered} CLOSE+2 ASK_REOPENING+5 AGREE_REOPENING+2 ANSWER_FULL+8 CLOSE+2`, 2, 60),
} as const satisfies Record<string, Plot>;
export type PlotName = keyof typeof PLOTS;
