import type { INestApplicationContext } from '@nestjs/common';
import type { Completeness } from '@soc-coop/contracts';
import {
  ApprovalMoves,
  CloseExchange,
  CorrectMessage,
  CorrectionApprovals,
  DateMoves,
  DraftsService,
  ForwardExchange,
  HandlerMoves,
  ReopeningMoves,
  ReplyMoves,
  SendExchange,
  SpokenMoves,
} from '../../exchanges';
import type { StaffActor } from '../../platform/context';
import { answerContent, correctedAnswer, type DemoAnswer } from './demo-answers';
import { workingDayAfter } from './demo-calendar';
import { countryOf, type DemoCase, type DemoStep } from './demo-cases';
import type { DemoOfficers } from './demo-officers';
import { completenessOf, type StoryStep } from './demo-plots';
import { correctedRequest, requestContent, subjectBlock, unfinishedContent } from './demo-requests';
import { pickOf, type Words, WORDS } from './demo-words';

/** Which version of which exchange a move is made on, under which key. */
interface MoveKey {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/** A step about to be made. */
interface Scene {
  readonly told: DemoCase;
  readonly step: DemoStep;
  readonly key: MoveKey;
  /** The officers who work on the case, on each side. */
  readonly requester: StaffActor;
  readonly replier: StaffActor;
  /** The unit that answers now: the one asked, or the one it was forwarded to. */
  readonly answering: string;
}

/** What officers say with a coded reason, by the code. */
const coded = (said: Readonly<Record<string, string>>, turn: number) => {
  const [reasonCode, note] = pickOf(Object.entries(said), turn);
  return { reasonCode, note };
};
/** How far ahead another day is proposed, in working days. */
const PROPOSED_AHEAD = 22;

/** Makes the steps of a case through the services officers use. */
export class CasePlayer {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly officers: DemoOfficers,
  ) {}

  /** Opens a case and gives back its id. */
  async open(told: DemoCase): Promise<string> {
    const { from, to, turn, type, urgency, person, steps } = told;
    const [opening, ...later] = steps;
    const opened = opening?.day ?? '';
    const begun = later.length === 0 && turn % 2 === 1;
    return this.app.get(DraftsService).open(this.officers.caseworker(from, turn), {
      idempotencyKey: `${told.key}-0`,
      type,
      replyingUnit: this.officers.unitId(to),
      urgency,
      urgencyReason: urgency === 'URGENT' ? pickOf(WORDS[countryOf(from)].urgent, turn) : null,
      content: begun ? unfinishedContent(told, opened) : requestContent(told, opened),
      subject: subjectBlock(person),
    });
  }

  /** Makes the step of a case that stands at a place; every move raises the version by one. */
  async make(told: DemoCase, at: number, id: string): Promise<void> {
    const step = told.steps[at];
    if (step === undefined) throw new RangeError(`${told.key} has no step ${at}`);
    const forwarded = told.steps.slice(0, at).some((past) => past.step === 'FORWARD');
    const answering = forwarded ? told.next : told.to;
    const scene: Scene = {
      told,
      step,
      answering,
      key: { id, version: at, idempotencyKey: `${told.key}-${at}` },
      requester: this.officers.caseworker(told.from, told.turn),
      replier: this.officers.caseworker(answering, told.turn),
    };
    await this.makers[step.step](scene);
  }

  private readonly makers: Readonly<Record<StoryStep, (scene: Scene) => Promise<unknown>>> = {
    OPEN: ({ told }) => this.open(told),
    SUBMIT: ({ requester, key }) => this.app.get(ApprovalMoves).submit(requester, key),
    APPROVE: ({ told, key }) => this.app.get(ApprovalMoves).approve(this.officers.approver(told.from), key),
    SEND_BACK: (scene) =>
      this.app
        .get(ApprovalMoves)
        .sendBack(this.officers.approver(scene.told.from), { ...scene.key, note: asker(scene, 'sendBack') }),
    DISCARD: ({ requester, key }) => this.app.get(CloseExchange).discard(requester, key),
    SEND: ({ requester, key }) => this.app.get(SendExchange).send(requester, key),
    ACCEPT: ({ replier, key }) => this.app.get(ReplyMoves).accept(replier, key),
    REFUSE: (scene) =>
      this.app.get(ReplyMoves).refuse(scene.replier, {
        ...scene.key,
        ...coded(wordsOf(scene.answering).refuse, scene.told.turn),
      }),
    FORWARD: (scene) =>
      this.app.get(ForwardExchange).forward(scene.replier, {
        ...scene.key,
        unit: this.officers.unitId(scene.told.next),
        reasonCode: '01',
        note: answerer(scene, 'forward'),
      }),
    ASK_CLARIFICATION: (scene) =>
      this.app.get(SpokenMoves).askClarification(scene.replier, {
        ...scene.key,
        reasonCode: '01',
        note: answerer(scene, 'clarify'),
      }),
    ANSWER_CLARIFICATION: (scene) =>
      this.app
        .get(SpokenMoves)
        .answerClarification(scene.requester, { ...scene.key, note: asker(scene, 'clarified') }),
    PROPOSE_DATE: (scene) =>
      this.app.get(DateMoves).propose(scene.replier, {
        ...scene.key,
        date: workingDayAfter(countryOf(scene.answering), scene.step.day, PROPOSED_AHEAD),
        note: answerer(scene, 'propose'),
      }),
    AGREE_DATE: (scene) =>
      this.app.get(DateMoves).agree(scene.requester, { ...scene.key, note: asker(scene, 'agree') }),
    REMIND: (scene) =>
      this.app.get(SpokenMoves).remind(scene.requester, { ...scene.key, note: asker(scene, 'remind') }),
    REPLY_TO_REMINDER: (scene) =>
      this.app.get(SpokenMoves).replyToReminder(scene.replier, {
        ...scene.key,
        reasonCode: scene.told.turn % 2 === 0 ? '03' : '99',
        note: answerer(scene, 'reminderReply'),
      }),
    SUBMIT_ANSWER_FULL: (scene) => this.submitAnswer(scene),
    SUBMIT_ANSWER_PART: (scene) => this.submitAnswer(scene),
    SUBMIT_ANSWER_NEG: (scene) => this.submitAnswer(scene),
    APPROVE_ANSWER: ({ answering, key }) =>
      this.app.get(ApprovalMoves).approveAnswer(this.officers.approver(answering), key),
    ANSWER_FULL: (scene) => this.answer(scene),
    ANSWER_PART: (scene) => this.answer(scene),
    ANSWER_NEG: (scene) => this.answer(scene),
    SUBMIT_CORRECTED_REQUEST: (scene) =>
      this.app.get(CorrectionApprovals).submit(scene.requester, requestCorrection(scene)),
    SUBMIT_CORRECTED_ANSWER: (scene) =>
      this.app.get(CorrectionApprovals).submit(scene.replier, answerCorrection(scene)),
    APPROVE_CORRECTED_REQUEST: ({ told, key }) =>
      this.app.get(CorrectionApprovals).approve(this.officers.approver(told.from), key),
    APPROVE_CORRECTED_ANSWER: ({ answering, key }) =>
      this.app.get(CorrectionApprovals).approve(this.officers.approver(answering), key),
    CORRECT_REQUEST: (scene) =>
      this.app.get(CorrectMessage).correct(scene.requester, requestCorrection(scene)),
    CORRECT_ANSWER: (scene) => this.app.get(CorrectMessage).correct(scene.replier, answerCorrection(scene)),
    INVALIDATE: (scene) =>
      this.app.get(SpokenMoves).invalidate(scene.requester, {
        ...scene.key,
        ...coded(wordsOf(scene.told.from).invalidate, scene.told.turn),
      }),
    WITHDRAW: (scene) =>
      this.app.get(SpokenMoves).withdraw(scene.requester, { ...scene.key, note: asker(scene, 'withdraw') }),
    CLOSE: (scene) =>
      this.app.get(CloseExchange).close(scene.requester, {
        ...scene.key,
        reasonCode: '01',
        note: asker(scene, 'closing') || null,
      }),
    ASK_REOPENING: (scene) =>
      this.app.get(ReopeningMoves).ask(scene.requester, {
        ...scene.key,
        reasonCode: pickOf(['01', '02'], scene.told.turn),
        note: asker(scene, 'reopen'),
      }),
    AGREE_REOPENING: ({ replier, key }) => this.app.get(ReopeningMoves).agree(replier, key),
    DECLINE_REOPENING: (scene) =>
      this.app.get(ReopeningMoves).decline(scene.replier, {
        ...scene.key,
        reasonCode: '02',
        note: answerer(scene, 'decline'),
      }),
    ASSIGN: ({ told, answering, key }) =>
      this.app.get(HandlerMoves).assign(this.officers.coordinator(answering), {
        ...key,
        handler: this.officers.colleague(answering, told.turn).accountId,
      }),
    TAKE_OVER: ({ told, answering, key }) =>
      this.app.get(HandlerMoves).takeOver(this.officers.colleague(answering, told.turn), key),
  };

  private async submitAnswer(scene: Scene): Promise<string> {
    return this.app.get(ApprovalMoves).submitAnswer(scene.replier, { ...scene.key, ...given(scene) });
  }

  private async answer(scene: Scene): Promise<string> {
    const again = scene.told.steps.slice(0, scene.key.version).some(({ step }) => step === 'AGREE_REOPENING');
    const answer = again ? correctedAnswer(given(scene), wordsOf(scene.answering).corrected) : given(scene);
    return this.app.get(ReplyMoves).answer(scene.replier, { ...scene.key, ...answer });
  }
}

const wordsOf = (unit: string): Words => WORDS[countryOf(unit)];

/** The lists of words a step picks one from. */
type Said = {
  [K in keyof Words]: Words[K] extends readonly string[] ? K : never;
}[keyof Words];

const requestCorrection = (scene: Scene) => ({
  ...scene.key,
  content: correctedRequest(scene.told, openedOn(scene.told)),
  note: asker(scene, 'correctRequest'),
});

const answerCorrection = (scene: Scene) => ({
  ...scene.key,
  ...correctedAnswer(given(scene), wordsOf(scene.answering).corrected),
  note: answerer(scene, 'correctAnswer'),
});

const asker = ({ told }: Scene, said: Said): string => pickOf(wordsOf(told.from)[said], told.turn);
const answerer = ({ told, answering }: Scene, said: Said): string =>
  pickOf(wordsOf(answering)[said], told.turn);

const openedOn = ({ steps: [opening] }: DemoCase): string => opening?.day ?? '';

/** The answer of a case: a correction is one of the answer that was given before it. */
const given = ({ told, key }: Scene): DemoAnswer => {
  const upTo = told.steps.slice(0, key.version + 1).map(({ step }) => completenessOf(step));
  const completeness: Completeness = upTo.findLast((found) => found !== null) ?? 'FULL';
  return answerContent(told, completeness, openedOn(told));
};
