import { createHash } from 'node:crypto';
import {
  type ApprovalStage,
  type Completeness,
  type ExchangeState,
  type MoveInService,
  type QualityMark,
  type Refusal,
} from '@soc-coop/contracts';
import { canonicalJson } from '@soc-coop/domain';
import type { AnswerMarks, ApprovedPart, DraftContent } from '../records/draft';
import type { ExchangeRow } from '../records/exchange.row';

/** How one officer stands to the second pair of eyes on an exchange. */
export interface ApprovalStanding {
  readonly state: ExchangeState;
  /** Who asks for an approval before this part is sent, as the reason it is refused without; null: nobody. */
  readonly asked: Readonly<Record<ApprovedPart, Refusal | null>>;
  readonly stage: Readonly<Record<ApprovedPart, ApprovalStage | null>>;
  /** True where the officer opened the case, or wrote in or submitted the draft that is shown. */
  readonly wrote: boolean;
  /** True where the officer is in charge of the own side already. */
  readonly inCharge: boolean;
}

/** True while a second officer has a draft, or has approved it: nobody edits it then. */
export const isLocked = (stage: ApprovalStage | null): boolean => stage === 'PENDING' || stage === 'APPROVED';

const refuse = (code: Refusal['code']): readonly Refusal[] => [{ code, params: {} }];

const ofSubmitting = ({ asked, stage }: ApprovalStanding, part: ApprovedPart): readonly Refusal[] => {
  if (isLocked(stage[part])) return refuse('exchange.approvalPending');
  return asked[part] === null ? refuse('exchange.approvalNotAsked') : [];
};

const ofApproving = ({ stage, wrote }: ApprovalStanding, part: ApprovedPart): readonly Refusal[] => {
  if (stage[part] !== 'PENDING') return refuse('exchange.approvalNotPending');
  return wrote ? refuse('exchange.ownDraft') : [];
};

const ofSendingBack = ({ stage }: ApprovalStanding, part: ApprovedPart): readonly Refusal[] =>
  isLocked(stage[part]) ? [] : refuse('exchange.approvalNotPending');

const ofSending = ({ asked, stage }: ApprovalStanding, part: ApprovedPart): readonly Refusal[] => {
  const reason = asked[part];
  return reason === null || stage[part] === 'APPROVED' ? [] : [reason];
};

type Rule = (standing: ApprovalStanding, part: ApprovedPart) => readonly Refusal[];

const RULES: Readonly<Partial<Record<MoveInService, readonly [Rule, ApprovedPart]>>> = {
  SUBMIT: [ofSubmitting, 'REQUEST'],
  APPROVE: [ofApproving, 'REQUEST'],
  SEND_BACK: [ofSendingBack, 'REQUEST'],
  SEND: [ofSending, 'REQUEST'],
  SUBMIT_ANSWER: [ofSubmitting, 'ANSWER'],
  APPROVE_ANSWER: [ofApproving, 'ANSWER'],
  SEND_ANSWER_BACK: [ofSendingBack, 'ANSWER'],
  ANSWER: [ofSending, 'ANSWER'],
};

/** What the second pair of eyes has against a move. */
export const approvalRefusals = (move: MoveInService, standing: ApprovalStanding): readonly Refusal[] => {
  const rule = RULES[move];
  return rule === undefined ? [] : rule[0](standing, rule[1]);
};

/** False for moves of approval where they make no sense: nobody asks for one, or nothing waits. */
export const isOffered = (move: MoveInService, { asked, stage }: ApprovalStanding): boolean => {
  switch (move) {
    case 'SUBMIT':
      return asked.REQUEST !== null;
    case 'APPROVE':
      return stage.REQUEST === 'PENDING';
    case 'SUBMIT_ANSWER':
      return asked.ANSWER !== null && !isLocked(stage.ANSWER);
    case 'APPROVE_ANSWER':
      return stage.ANSWER === 'PENDING';
    case 'SEND_ANSWER_BACK':
      return isLocked(stage.ANSWER);
    default:
      return true;
  }
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
const headOf = (exchange: ExchangeRow, part: ApprovedPart) =>
  part === 'ANSWER'
    ? null
    : {
        to: exchange.replyingUnitId,
        urgency: exchange.urgency,
        urgencyReason: exchange.urgencyReason,
        nationalFileNumber: exchange.nationalFileNumber,
      };

/** SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of everything an approver approves. */
export const approvalHash = (
  exchange: ExchangeRow,
  part: ApprovedPart,
  { content, subject, marks }: DraftContent,
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
      }),
      'utf8',
    )
    .digest('hex');
