import { Injectable } from '@nestjs/common';
import type { OpenExchangeInput, SaveAnswerDraftInput, SaveExchangeDraftInput } from '@soc-coop/dto';
import { Policy } from '../access';
import { Acts, type ActNote } from '../platform/acts';
import { Clock } from '../platform/clock/clock';
import type { Actor } from '../platform/context';
import { DomainError } from '../platform/errors';
import { DraftRecords } from './draft-records';
import { isLocked } from './moves/approval.rules';
import { factsOf } from './moves/exchange-rights';
import { OpenExchange } from './moves/open-exchange';
import { officerOf } from './moves/officer';
import type { DraftMarks } from './records/draft';
import type { ExchangeRow } from './records/exchange.row';
import { ContentCheck } from './types/content-check';

/** What saving a draft gives back; JSON-safe, so that a repeated request gets the same. */
export interface SavedDraft {
  readonly id: string;
  readonly version: number;
  readonly savedAt: string;
}

/** Opens exchanges and saves what is still being written. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly opening: OpenExchange,
    private readonly check: ContentCheck,
    private readonly records: DraftRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an exchange as a draft of the acting unit and gives back its id.
   * @throws DomainError exchange.typeUnknown, exchange.sameCountry, exchange.contentInvalid, and what the policy
   *   says against it: role, certificate, agreement.
   */
  async open(actor: Actor, input: OpenExchangeInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    return this.acts.perform(actor, { action: 'exchange.open', once }, async (note) => {
      const exchange = await this.opening.open(actor, input);
      note.resource('exchange', exchange.id);
      note.detail({ type: exchange.typeCode });
      return exchange.id;
    });
  }

  /**
   * Saves the draft of a request.
   * @throws DomainError exchange.notFound, exchange.changedMeanwhile, exchange.moveNotPossible, exchange.contentInvalid
   */
  async saveRequest(actor: Actor, input: SaveExchangeDraftInput): Promise<SavedDraft> {
    return this.save(actor, 'exchange.saveDraft', input, async () => {
      const officer = officerOf(actor);
      const exchange = await this.records.exchangeFor(input.id);
      this.policy.require(actor, 'exchange:saveDraft', factsOf(exchange));
      assertStill(exchange, exchange.state === 'DRAFT', 'SEND');
      assertVersion(exchange, exchange.version, input.version);
      const draft = { content: input.content ?? {}, subject: input.subject ?? {} };
      this.check.requestDraft(this.check.definition(exchange), draft);
      const at = this.clock.now();
      const header = await this.records.header(officer, input);
      return { at, version: await this.records.replaceRequest(exchange, header, draft, officer, at) };
    });
  }

  /**
   * Saves the draft of an answer.
   * @throws DomainError exchange.notFound, exchange.changedMeanwhile, exchange.moveNotPossible, exchange.contentInvalid,
   *   exchange.approvalPending while a second officer has it
   */
  async saveAnswer(actor: Actor, input: SaveAnswerDraftInput): Promise<SavedDraft> {
    return this.save(actor, 'exchange.saveAnswerDraft', input, async () => {
      const officer = officerOf(actor);
      const exchange = await this.records.exchangeFor(input.id);
      this.policy.require(actor, 'exchange:saveAnswerDraft', factsOf(exchange));
      assertStill(exchange, ['ACCEPTED', 'REOPENED'].includes(exchange.state), 'ANSWER');
      if (isLocked(exchange.answerApproval)) throw new DomainError('exchange.approvalPending');
      this.check.answerDraft(exchange, await this.records.requestContent(exchange.id), input.content);
      const at = this.clock.now();
      const written = { version: input.version, content: input.content, marks: draftMarks(input) };
      return { at, version: await this.records.saveDraft(exchange, 'ANSWER', written, officer, at) };
    });
  }

  private async save(
    actor: Actor,
    action: string,
    input: { readonly id: string; readonly idempotencyKey: string },
    work: (note: ActNote) => Promise<{ at: Date; version: number }>,
  ): Promise<SavedDraft> {
    const act = {
      action,
      resource: { type: 'exchange', id: input.id },
      once: { key: input.idempotencyKey, input },
    };
    return this.acts.perform(actor, act, async (note) => {
      const { at, version } = await work(note);
      return { id: input.id, version, savedAt: at.toISOString() };
    });
  }
}

/** What an answer or a correction says about itself so far; undefined where the caller says nothing of it. */
export const draftMarks = ({
  completeness,
  qualityMark,
  note,
}: Pick<SaveAnswerDraftInput, 'completeness' | 'qualityMark' | 'note'>): DraftMarks | undefined =>
  completeness === undefined && qualityMark === undefined && note === undefined
    ? undefined
    : { completeness: completeness ?? null, qualityMark: qualityMark ?? null, note: note ?? null };

const assertStill = ({ state }: ExchangeRow, possible: boolean, move: string): void => {
  if (!possible) throw new DomainError('exchange.moveNotPossible', { move, state });
};

const assertVersion = ({ state, stateSince }: ExchangeRow, current: number, seen: number): void => {
  if (current !== seen)
    throw new DomainError('exchange.changedMeanwhile', { state, at: stateSince.toISOString() });
};
