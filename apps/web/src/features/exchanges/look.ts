import type { ExchangeState, ListColumn, MoveBy } from '@soc-coop/contracts';
import type { MessageKey } from '@soc-coop/messages';
import type { ExchangeMoveKind } from '../../gql/graphql';
import type { Tone } from '../../ui/data/StatusBadge.vue';

/** The tone of a state; its word always stands beside it. */
export const STATE_TONE: Readonly<Record<ExchangeState, Tone>> = {
  DRAFT: 'neutral',
  PENDING_APPROVAL: 'secondary',
  SENT: 'info',
  FORWARDED: 'info',
  ACCEPTED: 'primary',
  CLARIFICATION: 'warning',
  ANSWERED: 'success',
  REFUSED: 'error',
  WITHDRAWN: 'neutral',
  INVALIDATED: 'neutral',
  CLOSED: 'neutral',
  REOPENED: 'primary',
  BLOCKED: 'neutral',
  DELETED: 'neutral',
};

/** The heading of each column of a list. */
export const COLUMN_LABELS: Readonly<Record<ListColumn, MessageKey>> = {
  TYPE: 'exchanges.column.type',
  PERSON: 'exchanges.column.person',
  UNIT: 'exchanges.column.unit',
  STATE: 'exchanges.column.state',
  DEADLINE: 'exchanges.column.deadline',
  HANDLER: 'exchanges.column.handler',
  SENT: 'exchanges.column.sent',
  OPENED: 'exchanges.column.opened',
};

const ICONS: Readonly<Partial<Record<ExchangeMoveKind, string>>> = {
  OPEN: 'i-lucide-file-plus-2',
  SEND: 'i-lucide-send',
  ACCEPT: 'i-lucide-file-check-2',
  REFUSE: 'i-lucide-circle-x',
  FORWARD: 'i-lucide-forward',
  ANSWER: 'i-lucide-reply',
  CLOSE: 'i-lucide-archive',
  DISCARD: 'i-lucide-trash-2',
  ASK_CLARIFICATION: 'i-lucide-message-circle-question',
  ANSWER_CLARIFICATION: 'i-lucide-message-circle-reply',
  WITHDRAW: 'i-lucide-undo-2',
  REMIND: 'i-lucide-bell-ring',
  REPLY_TO_REMINDER: 'i-lucide-message-square-reply',
  INVALIDATE: 'i-lucide-file-x-2',
  SUBMIT: 'i-lucide-user-round-check',
  APPROVE: 'i-lucide-badge-check',
  SEND_BACK: 'i-lucide-corner-up-left',
  SUBMIT_ANSWER: 'i-lucide-user-round-check',
  APPROVE_ANSWER: 'i-lucide-badge-check',
  SEND_ANSWER_BACK: 'i-lucide-corner-up-left',
  SUBMIT_CORRECTION: 'i-lucide-user-round-check',
  APPROVE_CORRECTION: 'i-lucide-badge-check',
  SEND_CORRECTION_BACK: 'i-lucide-corner-up-left',
  ASK_ANEW: 'i-lucide-user-round-x',
  ASSIGN: 'i-lucide-user-round-plus',
  TAKE_OVER: 'i-lucide-hand',
  PROPOSE_DATE: 'i-lucide-calendar-plus',
  AGREE_DATE: 'i-lucide-calendar-check',
  CORRECT: 'i-lucide-file-pen-line',
  ASK_REOPENING: 'i-lucide-archive-restore',
  AGREE_REOPENING: 'i-lucide-folder-open',
  DECLINE_REOPENING: 'i-lucide-folder-x',
};

/** The picture of a move in the timeline and on its button. */
export const moveIcon = (move: ExchangeMoveKind): string => ICONS[move] ?? 'i-lucide-circle-dot';

/** How a deadline looks: overdue before soon before calm. */
export const deadlineTone = (deadline: {
  overdue: boolean;
  dueSoon: boolean;
}): 'calm' | 'soon' | 'overdue' => {
  if (deadline.overdue) return 'overdue';
  return deadline.dueSoon ? 'soon' : 'calm';
};

/** The working days left on the reader's own calendar; the replier's where the reader stands on neither side. */
export const ownWorkingDays = (
  deadline: { workingDaysReplier: number; workingDaysRequester: number },
  side: MoveBy | null | undefined,
): number => (side === 'REQUESTER' ? deadline.workingDaysRequester : deadline.workingDaysReplier);
