import { Injectable } from '@nestjs/common';
import type { ExchangeSide } from '@soc-coop/contracts';
import type { SaveExchangeDraftInput } from '@soc-coop/dto';
import { UnitsService } from '../directory';
import type { StaffActor } from '../platform/context';
import { DomainError } from '../platform/errors';
import { ExchangeSignals } from './live/exchange-signals';
import { sideOf } from './moves/officer';
import type { DraftContent, DraftMarks, DraftPart } from './records/draft';
import { DraftRepository } from './records/draft.repository';
import { ExchangeRepository } from './records/exchange.repository';
import type { ExchangeRow } from './records/exchange.row';
import { MessageRepository } from './records/message.repository';
import { SearchIndex } from './search/search-index';

/** What stands beside the content of a request: addressee, urgency, own file number. */
export type Header = Pick<
  ExchangeRow,
  'replyingUnitId' | 'replyingCountry' | 'urgency' | 'urgencyReason' | 'nationalFileNumber'
>;

type HeaderInput = Pick<
  SaveExchangeDraftInput,
  'replyingUnit' | 'urgency' | 'urgencyReason' | 'nationalFileNumber'
>;

/** What an officer saves of an answer or a correction. */
export interface WrittenDraft {
  readonly version: number;
  readonly content: Record<string, unknown>;
  /** What an answer says about itself; what was saved stays where nothing is said of it. */
  readonly marks?: DraftMarks | undefined;
}

/** The stores behind drafts; keeps the record and its draft in step. */
@Injectable()
export class DraftRecords {
  constructor(
    private readonly exchanges: ExchangeRepository,
    private readonly drafts: DraftRepository,
    private readonly messages: MessageRepository,
    private readonly units: UnitsService,
    private readonly search: SearchIndex,
    private readonly signals: ExchangeSignals,
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
    await this.search.refresh(exchange);
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
    await this.search.refresh({ ...exchange, ...header });
    await this.tellColleagues(save, 'REQUESTER');
    return exchange.version + 1;
  }

  /** Saves the draft of a part, the first one or over the version the officer saw; gives the next version. */
  async saveDraft(
    exchange: ExchangeRow,
    part: DraftPart,
    { version, content, marks: chosen }: WrittenDraft,
    officer: StaffActor,
    at: Date,
  ): Promise<number> {
    const save = {
      exchangeId: exchange.id,
      part,
      unitId: officer.unitId,
      at,
      by: officer.accountId,
    } as const;
    // What a text that came back said about itself stays until it is submitted anew.
    const before = version === 0 ? null : await this.drafts.find(save);
    const [marks, said] = [chosen ?? before?.marks, before?.said];
    const draft = { content, subject: {}, ...(marks && { marks }), ...(said && { said }) };
    if (version === 0) await this.drafts.insert(save, draft);
    else await this.drafts.replace(save, version, draft);
    await this.tellColleagues(save, sideOf(officer, exchange));
    return version + 1;
  }

  /** Whoever of the own side has the draft open hears at once that it is not what they see. */
  private async tellColleagues(
    { exchangeId, at, by }: { readonly exchangeId: string; readonly at: Date; readonly by: string },
    side: ExchangeSide | null,
  ): Promise<void> {
    await this.signals.send({
      kind: 'DRAFT_SAVED',
      exchangeId,
      side,
      accountId: by,
      at: at.toISOString(),
    });
  }

  /** What was asked, which an answer is held against. */
  async requestContent(exchangeId: string): Promise<Record<string, unknown>> {
    const messages = await this.messages.of(exchangeId);
    const request = messages.filter(({ kind }) => kind === 'REQUEST').at(-1);
    if (request === undefined) throw new DomainError('exchange.notFound');
    return request.content;
  }
}
