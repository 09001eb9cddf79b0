import { Injectable } from '@nestjs/common';
import type { OpenExchangeInput } from '@soc-coop/dto';
import { Clock } from '../../platform/clock/clock';
import type { Actor, StaffActor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DraftRecords } from '../draft-records';
import { type ExchangeRow, NOTHING_DUE } from '../records/exchange.row';
import { ContentCheck } from '../types/content-check';
import { ExchangeRights } from './exchange-rights';
import { MoveMaker } from './move-maker';
import { officerOf } from './officer';

/** What a new exchange begins with. */
type NewExchangeInput = OpenExchangeInput & Partial<Pick<ExchangeRow, 'insteadOfId'>>;

/** Opens exchanges, whatever for: the caller owns the act. */
@Injectable()
export class OpenExchange {
  constructor(
    private readonly rights: ExchangeRights,
    private readonly check: ContentCheck,
    private readonly records: DraftRecords,
    private readonly moves: MoveMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * A new draft of the acting unit, with the fact that opened it.
   * @throws DomainError exchange.typeUnknown, exchange.sameCountry, exchange.contentInvalid, and what the policy
   *   says against it: role, certificate, agreement.
   */
  async open(actor: Actor, input: NewExchangeInput): Promise<ExchangeRow> {
    const exchange = await this.newExchange(officerOf(actor), input);
    await this.rights.require(actor, 'OPEN', exchange);
    const draft = { content: input.content ?? {}, subject: input.subject ?? {} };
    this.check.requestDraft(this.check.definition(exchange), draft);
    await this.records.open(exchange, draft);
    await this.moves.append(actor, 'OPEN', input.idempotencyKey, {
      exchange,
      at: exchange.createdAt,
      note: null,
      reasonCode: null,
      messageId: null,
    });
    return exchange;
  }

  private async newExchange(officer: StaffActor, input: NewExchangeInput): Promise<ExchangeRow> {
    const definition = this.check.newest(input.type);
    const at = this.clock.now();
    return {
      ...BLANK,
      ...(await this.records.header(officer, input)),
      id: newId(at.getTime()),
      typeCode: definition.code,
      formVersion: definition.version,
      requestingUnitId: officer.unitId,
      requestingCountry: officer.country,
      language: officer.locale,
      authorId: officer.accountId,
      requesterHandlerId: officer.accountId,
      stateSince: at,
      createdAt: at,
      insteadOfId: input.insteadOfId ?? null,
    };
  }
}

/** What a new exchange has not got yet. */
const BLANK = {
  number: null,
  state: 'DRAFT',
  replierHandlerId: null,
  agreementVersionId: null,
  agreementTermId: null,
  agreementClause: null,
  dueKind: null,
  dueOn: NOTHING_DUE,
  decisionBy: null,
  requestApproval: null,
  answerApproval: null,
  requestCorrectionApproval: null,
  answerCorrectionApproval: null,
  version: 1,
  sentAt: null,
  closedAt: null,
} as const satisfies Partial<ExchangeRow>;
