import type { ApprovalStage } from '@soc-coop/contracts';
import type { ExchangeMoveKind } from '../../gql/graphql';

/** As much of a case as these rules look at. */
export interface ApprovalCase {
  readonly draft?: { readonly stage?: ApprovalStage | null } | null;
  readonly correctionDraft?: { readonly stage?: ApprovalStage | null } | null;
  readonly moves: readonly { readonly move: ExchangeMoveKind }[];
  readonly timeline: readonly { readonly move: ExchangeMoveKind; readonly note?: string | null }[];
}

/** True where the unit or the type asks for a second officer: then the text is submitted instead of sent. */
export const asksApproval = (
  exchange: ApprovalCase,
  move: 'SUBMIT' | 'SUBMIT_ANSWER' | 'SUBMIT_CORRECTION',
): boolean => exchange.moves.some((item) => item.move === move);

/** True while a second officer has the draft, or has approved it: it can be read and not be written. */
export const isDraftLocked = (exchange: ApprovalCase): boolean =>
  exchange.draft?.stage === 'PENDING' || exchange.draft?.stage === 'APPROVED';

/** True while a second officer has the own side's correction. */
export const isCorrectionLocked = ({ correctionDraft }: ApprovalCase): boolean =>
  correctionDraft?.stage === 'PENDING';

/** What the approver missed in a correction, where it came back; empty where it did not. */
export const correctionBackBecause = ({ correctionDraft, timeline }: ApprovalCase): string =>
  correctionDraft?.stage === 'SENT_BACK'
    ? (timeline.findLast(({ move }) => move === 'SEND_CORRECTION_BACK')?.note ?? '')
    : '';

/** What the approver missed, where the draft came back; empty where it did not. */
export const sentBackBecause = ({ draft, timeline }: ApprovalCase): string =>
  draft?.stage === 'SENT_BACK'
    ? (timeline.findLast(({ move }) => move === 'SEND_BACK' || move === 'SEND_ANSWER_BACK')?.note ?? '')
    : '';

/** Moves with a dialog that is more than a reason and a sentence. */
export type HandedMove = 'FORWARD' | 'ASSIGN' | 'SEND_APPROVED';

/** The dialog a move opens here: forwarding, assigning, or sending exactly what was approved. */
export const handedMove = (exchange: ApprovalCase, move: ExchangeMoveKind): HandedMove | null => {
  if (move === 'FORWARD' || move === 'ASSIGN') return move;
  const sends = move === 'SEND' || move === 'ANSWER';
  return sends && exchange.draft?.stage === 'APPROVED' ? 'SEND_APPROVED' : null;
};
