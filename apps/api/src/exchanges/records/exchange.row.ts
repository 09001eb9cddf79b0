import type {
  ApprovalStage,
  Country,
  ExchangeMove,
  ExchangeSide,
  ExchangeState,
  Locale,
  Urgency,
} from '@soc-coop/contracts';

/** An exchange as the table holds it. */
export interface ExchangeRow {
  readonly id: string;
  readonly number: string | null;
  readonly typeCode: string;
  readonly formVersion: number;
  readonly state: ExchangeState;
  readonly stateSince: Date;
  readonly requestingUnitId: string;
  readonly replyingUnitId: string | null;
  readonly requestingCountry: Country;
  readonly replyingCountry: Country | null;
  readonly urgency: Urgency;
  readonly urgencyReason: string | null;
  readonly nationalFileNumber: string | null;
  readonly language: Locale;
  readonly authorId: string;
  readonly requesterHandlerId: string | null;
  readonly replierHandlerId: string | null;
  readonly agreementVersionId: string | null;
  readonly agreementTermId: string | null;
  readonly agreementClause: string | null;
  readonly dueKind: DueKind | null;
  readonly dueOn: string;
  /** Whose yes or no is awaited: to a proposed day, or to a wish to reopen. */
  readonly decisionBy: ExchangeSide | null;
  /** How far the second pair of eyes is with the request, and with the answer. */
  readonly requestApproval: ApprovalStage | null;
  readonly answerApproval: ApprovalStage | null;
  /** The same with the correction of either. */
  readonly requestCorrectionApproval: ApprovalStage | null;
  readonly answerCorrectionApproval: ApprovalStage | null;
  /** The case about another person it was asked instead of. */
  readonly insteadOfId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly closedAt: Date | null;
}

/** What is due: the acceptance, or the answer. */
export type DueKind = 'ACCEPT' | 'ANSWER';

/** The due day of an exchange where nothing is due; keeps one order for every queue. */
export const NOTHING_DUE = '9999-12-31';

/** A row of a list: the exchange and the name of the person it is about. */
export interface ExchangeListRow extends ExchangeRow {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly familyNameLatin: string | null;
  readonly givenNameLatin: string | null;
}

/** One appended fact. */
export interface MoveRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly sequence: number;
  readonly move: ExchangeMove;
  readonly side: ExchangeSide | null;
  readonly accountId: string | null;
  readonly clientId: string | null;
  readonly unitId: string;
  readonly at: Date;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly agreementVersionId: string | null;
  readonly agreementClause: string | null;
  readonly messageId: string | null;
  /** The day the move proposed or agreed for the answer. */
  readonly date: string | null;
  /** The unit it was forwarded to; the person it was assigned to. */
  readonly toUnitId: string | null;
  readonly toAccountId: string | null;
  /** The hash of the content that was approved. */
  readonly contentSha256: string | null;
  /** True where only the side that made it, and auditors, see it. */
  readonly internal: boolean;
  readonly stateAfter: ExchangeState;
  readonly idempotencyKey: string;
}

/** One sent message without what it says; never changed. */
export interface MessageHead {
  readonly id: string;
  readonly exchangeId: string;
  readonly kind: 'REQUEST' | 'ANSWER';
  readonly version: number;
  readonly side: ExchangeSide;
  readonly authorId: string;
  readonly authorUnitId: string;
  readonly language: Locale;
  readonly contentSha256: string;
  readonly completeness: string | null;
  readonly qualityMark: string | null;
  readonly sentAt: Date;
}

/** One sent message with its content opened. */
export interface MessageRow extends MessageHead {
  readonly content: Record<string, unknown>;
}
