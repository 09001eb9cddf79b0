import type {
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
  readonly stateAfter: ExchangeState;
  readonly idempotencyKey: string;
}

/** One sent content; never changed. */
export interface MessageRow {
  readonly id: string;
  readonly exchangeId: string;
  readonly kind: 'REQUEST' | 'ANSWER';
  readonly version: number;
  readonly side: ExchangeSide;
  readonly authorId: string;
  readonly authorUnitId: string;
  readonly language: Locale;
  readonly content: Record<string, unknown>;
  readonly contentSha256: string;
  readonly completeness: string | null;
  readonly qualityMark: string | null;
  readonly sentAt: Date;
}
