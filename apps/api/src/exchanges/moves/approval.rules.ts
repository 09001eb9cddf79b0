import { createHash } from 'node:crypto';
import {
  type ApprovalStage,
  type Completeness,
  type ExchangeSide,
  type ExchangeState,
  type MoveInService,
  type QualityMark,
  type Refusal,
} from '@soc-coop/contracts';
import { canonicalJson } from '@soc-coop/domain';
import type { ApprovedFile } from '../attachments/message-files';
import {
  type AnswerMarks,
  CORRECTION_OF,
  type DraftContent,
  type DraftPart,
  MESSAGE_OF,
} from '../records/draft';
import type { ExchangeRow, MessageHead } from '../records/exchange.row';

/** How one officer stands to the second pair of eyes on an exchange. */
export interface ApprovalStanding {
  readonly state: ExchangeState;
  readonly side: ExchangeSide | null;
  /** Who asks for an approval before this is sent or corrected, as the reason it is refused without; null: nobody. */
  readonly asked: Readonly<Record<MessageHead['kind'], Refusal | null>>;
  readonly stage: Readonly<Record<DraftPart, ApprovalStage | null>>;
  /** True where the officer opened the case, or wrote in or submitted the draft that is shown. */
  readonly wrote: boolean;
  /** The same of the own side's correction. */
  readonly wroteCorrection: boolean;
  /** True where the officer is in charge of the own side already. */
  readonly inCharge: boolean;
}

/** True while a second officer has a draft, or has approved it: nobody edits it then. */
export const isLocked = (stage: ApprovalStage | null): boolean => stage === 'PENDING' || stage === 'APPROVED';

const refuse = (code: Refusal['code']): readonly Refusal[] => [{ code, params: {} }];

/** How far the second pair of eyes is with a draft. */
export const stageOf = (exchange: ExchangeRow, part: DraftPart): ApprovalStage | null =>
  ({
    REQUEST: exchange.requestApproval,
    ANSWER: exchange.answerApproval,
    REQUEST_CORRECTION: exchange.requestCorrectionApproval,
    ANSWER_CORRECTION: exchange.answerCorrectionApproval,
  })[part];

/** What is sent, or the correction of what the own side has sent. */
type Judged = MessageHead['kind'] | 'CORRECTION';

/** What a rule looks at: one draft, and how the officer stands to it. */
interface Look {
  readonly asked: Refusal | null;
  readonly stage: ApprovalStage | null;
  readonly wrote: boolean;
}

const lookAt = ({ side, asked, stage, wrote, wroteCorrection }: ApprovalStanding, judged: Judged): Look => {
  const part = judged === 'CORRECTION' ? CORRECTION_OF[side ?? 'REQUESTER'] : judged;
  return {
    asked: asked[MESSAGE_OF[part]],
    stage: stage[part],
    wrote: judged === 'CORRECTION' ? wroteCorrection : wrote,
  };
};

type Rule = (look: Look) => readonly Refusal[];

const ofSubmitting: Rule = ({ asked, stage }) => {
  if (isLocked(stage)) return refuse('exchange.approvalPending');
  return asked === null ? refuse('exchange.approvalNotAsked') : [];
};

const ofApproving: Rule = ({ stage, wrote }) => {
  if (stage !== 'PENDING') return refuse('exchange.approvalNotPending');
  return wrote ? refuse('exchange.ownDraft') : [];
};

const ofSendingBack: Rule = ({ stage }) => (isLocked(stage) ? [] : refuse('exchange.approvalNotPending'));

const ofSending: Rule = ({ asked, stage }) => (asked === null || stage === 'APPROVED' ? [] : [asked]);

const RULES: Readonly<Partial<Record<MoveInService, readonly [Rule, Judged]>>> = {
  SUBMIT: [ofSubmitting, 'REQUEST'],
  APPROVE: [ofApproving, 'REQUEST'],
  SEND_BACK: [ofSendingBack, 'REQUEST'],
  SEND: [ofSending, 'REQUEST'],
  SUBMIT_ANSWER: [ofSubmitting, 'ANSWER'],
  APPROVE_ANSWER: [ofApproving, 'ANSWER'],
  SEND_ANSWER_BACK: [ofSendingBack, 'ANSWER'],
  ANSWER: [ofSending, 'ANSWER'],
  SUBMIT_CORRECTION: [ofSubmitting, 'CORRECTION'],
  APPROVE_CORRECTION: [ofApproving, 'CORRECTION'],
  SEND_CORRECTION_BACK: [ofSendingBack, 'CORRECTION'],
  // What is approved leaves with the approval, so there is nothing here that waits to be sent.
  CORRECT: [ofSending, 'CORRECTION'],
};

/** What the second pair of eyes has against a move. */
export const approvalRefusals = (move: MoveInService, standing: ApprovalStanding): readonly Refusal[] => {
  const rule = RULES[move];
  return rule === undefined ? [] : rule[0](lookAt(standing, rule[1]));
};

/** Whether a move of approval makes sense: somebody asks for one, or something waits. */
const OFFERED: Readonly<Partial<Record<MoveInService, readonly [(look: Look) => boolean, Judged]>>> = {
  SUBMIT: [({ asked }) => asked !== null, 'REQUEST'],
  APPROVE: [({ stage }) => stage === 'PENDING', 'REQUEST'],
  SUBMIT_ANSWER: [({ asked, stage }) => asked !== null && !isLocked(stage), 'ANSWER'],
  APPROVE_ANSWER: [({ stage }) => stage === 'PENDING', 'ANSWER'],
  SEND_ANSWER_BACK: [({ stage }) => isLocked(stage), 'ANSWER'],
  SUBMIT_CORRECTION: [({ asked, stage }) => asked !== null && !isLocked(stage), 'CORRECTION'],
  APPROVE_CORRECTION: [({ stage }) => stage === 'PENDING', 'CORRECTION'],
  SEND_CORRECTION_BACK: [({ stage }) => isLocked(stage), 'CORRECTION'],
};

/** False for moves of approval where they make no sense: nobody asks for one, or nothing waits. */
export const isOffered = (move: MoveInService, standing: ApprovalStanding): boolean => {
  const rule = OFFERED[move];
  return rule === undefined || rule[0](lookAt(standing, rule[1]));
};

/** What an answer says about itself, as it is approved and sent. */
export const marksOf = (input: {
  readonly completeness: Completeness;
  readonly qualityMark: QualityMark;
  readonly note?: string | null | undefined;
}): AnswerMarks => ({
  completeness: input.completeness,
  qualityMark: input.qualityMark,
  note: (input.note ?? '').trim() === '' ? null : (input.note ?? null),
});

/** Where a request goes and how fast is approved with it; an answer goes where the request came from. */
const headOf = (exchange: ExchangeRow, part: DraftPart) => {
  const to = exchange.replyingUnitId;
  if (part === 'REQUEST_CORRECTION') return { to };
  if (part !== 'REQUEST') return null;
  const { urgency, urgencyReason, nationalFileNumber } = exchange;
  return { to, urgency, urgencyReason, nationalFileNumber };
};

/** What is approved with a draft and does not stand in it. */
export interface ApprovedWith {
  readonly files: readonly ApprovedFile[];
  /** For a correction: the hash of the version it takes the place of, so that nothing newer is undone unread. */
  readonly corrects?: string;
}

/**
 * SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of everything an approver approves. What a draft has not
 * got is left out, so that what was approved before there was such a thing stays approved.
 */
export const approvalHash = (
  exchange: ExchangeRow,
  part: DraftPart,
  { content, subject, marks, said }: DraftContent,
  { files, corrects }: ApprovedWith,
): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        v: 1,
        exchange: exchange.id,
        type: exchange.typeCode,
        formVersion: exchange.formVersion,
        part,
        head: headOf(exchange, part),
        subject,
        content,
        marks: marks ?? null,
        ...(said === undefined ? {} : { said }),
        ...(corrects === undefined ? {} : { corrects }),
        ...(files.length === 0 ? {} : { files: files.map(({ id, sha256 }) => ({ id, sha256 })) }),
      }),
      'utf8',
    )
    .digest('hex');
