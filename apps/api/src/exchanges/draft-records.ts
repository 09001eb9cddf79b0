import { Injectable } from '@nestjs/common';
import type { SaveAnswerDraftInput, SaveExchangeDraftInput } from '@soc-coop/dto';
import { UnitsService } from '../directory';
import type { StaffActor } from '../platform/context';
import { DomainError } from '../platform/errors';
import type { DraftContent } from './records/draft';
import { DraftRepository } from './records/draft.repository';
import { ExchangeRepository } from './records/exchange.repository';
import type { ExchangeRow } from './records/exchange.row';
import { MessageRepository } from './records/message.repository';

/** What stands beside the content of a request: addressee, urgency, own file number. */
export type Header = Pick<
  ExchangeRow,
  'replyingUnitId' | 'replyingCountry' | 'urgency' | 'urgencyReason' | 'nationalFileNumber'
>;

type HeaderInput = Pick<
  SaveExchangeDraftInput,
  'replyingUnit' | 'urgency' | 'urgencyReason' | 'nationalFileNumber'
>;

/** The stores behind drafts; keeps the record and its draft in step. */
@Injectable()
export class DraftRecords {
  constructor(
    private readonly exchanges: ExchangeRepository,
    private readonly drafts: DraftRepository,
    private readonly messages: MessageRepository,
    private readonly units: UnitsService,
  ) {}

  /** The exchange, locked until the save is done. */
  async exchangeFor(id: string): Promise<ExchangeRow> {
    return this.exchanges.getForMove(id);
  }

  /**
   * The head of a request as typed; the addressee must be a unit of the other country.
   * @throws DomainError directory.unitNotFound, exchange.sameCountry
   */
  async header(officer: StaffActor, input: HeaderInput): Promise<Header> {
    return {
      ...(await this.addressee(officer, input.replyingUnit ?? null)),
      urgency: input.urgency ?? 'NORMAL',
      urgencyReason: input.urgencyReason ?? null,
      nationalFileNumber: input.nationalFileNumber ?? null,
    };
  }

  private async addressee(
    { country }: StaffActor,
    id: string | null,
  ): Promise<Pick<Header, 'replyingUnitId' | 'replyingCountry'>> {
    if (id === null) return { replyingUnitId: null, replyingCountry: null };
    const unit = await this.units.getById(id);
    if (unit.country === country) throw new DomainError('exchange.sameCountry');
    return { replyingUnitId: unit.id, replyingCountry: unit.country };
  }

  /** Stores a new exchange with the first version of its draft. */
  async open(exchange: ExchangeRow, draft: DraftContent): Promise<void> {
    await this.exchanges.insert({ ...exchange, at: exchange.createdAt });
    await this.drafts.insert(
      {
        exchangeId: exchange.id,
        part: 'REQUEST',
        unitId: exchange.requestingUnitId,
        at: exchange.createdAt,
        by: exchange.authorId,
      },
      draft,
    );
  }

  /** Replaces the draft of a request and its head; gives the version for the next save. */
  async replaceRequest(
    exchange: ExchangeRow,
    header: Header,
    draft: DraftContent,
    officer: StaffActor,
    at: Date,
  ): Promise<number> {
    const key = { exchangeId: exchange.id, part: 'REQUEST' } as const;
    const known = await this.drafts.find(key);
    if (known === null) throw new DomainError('exchange.notFound');
    await this.exchanges.change(exchange.id, exchange.version, header);
    const save = { ...key, unitId: exchange.requestingUnitId, at, by: officer.accountId };
    await this.drafts.replace(save, known.version, draft);
    return exchange.version + 1;
  }

  /** Saves the draft of an answer, the first one or over the version the officer saw. */
  async saveAnswer(
    exchange: ExchangeRow,
    { version, content }: SaveAnswerDraftInput,
    officer: StaffActor,
    at: Date,
  ): Promise<number> {
    const save = {
      exchangeId: exchange.id,
      part: 'ANSWER',
      unitId: officer.unitId,
      at,
      by: officer.accountId,
    } as const;
    const draft = { content, subject: {} };
    if (version === 0) await this.drafts.insert(save, draft);
    else await this.drafts.replace(save, version, draft);
    return version + 1;
  }

  /** What was asked, which an answer is held against. */
  async requestContent(exchangeId: string): Promise<Record<string, unknown>> {
    const messages = await this.messages.of(exchangeId);
    const request = messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
    if (request === undefined) throw new DomainError('exchange.notFound');
    return request.content;
  }
}
