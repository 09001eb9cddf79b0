import { Injectable } from '@nestjs/common';
import { type ExchangeSide, hasSent } from '@soc-coop/contracts';
import type { SaveCorrectionDraftInput } from '@soc-coop/dto';
import { Policy } from '../access';
import { Acts } from '../platform/acts';
import { Clock } from '../platform/clock/clock';
import type { Actor } from '../platform/context';
import { DomainError } from '../platform/errors';
import { DraftRecords } from './draft-records';
import { draftMarks, type SavedDraft } from './drafts.service';
import { isLocked, stageOf } from './moves/approval.rules';
import { factsOf } from './moves/exchange-rights';
import { officerOf, sideOf } from './moves/officer';
import { CORRECTION_OF } from './records/draft';
import type { ExchangeRow } from './records/exchange.row';
import { MoveRepository } from './records/move.repository';
import { ContentCheck } from './types/content-check';

/** Saves corrections while they are being written, sealed like every draft; the other side does not see them. */
@Injectable()
export class CorrectionDrafts {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly check: ContentCheck,
    private readonly records: DraftRecords,
    private readonly moves: MoveRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves the draft of the own side's correction.
   * @throws DomainError exchange.notFound, exchange.changedMeanwhile, exchange.moveNotPossible, exchange.nothingSentYet,
   *   exchange.contentInvalid, exchange.approvalPending while a second officer has it
   */
  async save(actor: Actor, input: SaveCorrectionDraftInput): Promise<SavedDraft> {
    const { id, version: seen, content, idempotencyKey } = input;
    const act = {
      action: 'exchange.saveCorrectionDraft',
      resource: { type: 'exchange', id },
      once: { key: idempotencyKey, input },
    };
    return this.acts.perform(actor, act, async () => {
      const officer = officerOf(actor);
      const exchange = await this.records.exchangeFor(id);
      this.policy.require(actor, 'exchange:saveCorrectionDraft', factsOf(exchange));
      const side = await this.correctingSide(actor, exchange);
      if (isLocked(stageOf(exchange, CORRECTION_OF[side]))) throw new DomainError('exchange.approvalPending');
      await this.checkDraft(exchange, side, content);
      const at = this.clock.now();
      const written = { version: seen, content, marks: draftMarks(input) };
      const version = await this.records.saveDraft(exchange, CORRECTION_OF[side], written, officer, at);
      return { id, version, savedAt: at.toISOString() };
    });
  }

  private async correctingSide(actor: Actor, exchange: ExchangeRow): Promise<ExchangeSide> {
    const side = sideOf(actor, exchange);
    if (side === null || !hasSent(await this.moves.of(exchange.id), side))
      throw new DomainError('exchange.nothingSentYet');
    return side;
  }

  private async checkDraft(
    exchange: ExchangeRow,
    side: ExchangeSide,
    content: Record<string, unknown>,
  ): Promise<void> {
    if (side === 'REQUESTER')
      this.check.requestDraft(this.check.definition(exchange), { content, subject: {} });
    else this.check.answerDraft(exchange, await this.records.requestContent(exchange.id), content);
  }
}
