import { Injectable } from '@nestjs/common';
import { type Action, Policy } from '../../access';
import type { Actor } from '../../platform/context';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { isLocked, stageOf } from '../moves/approval.rules';
import { factsOf } from '../moves/exchange-rights';
import { officerOf, sideOf } from '../moves/officer';
import { CORRECTION_OF, type DraftPart } from '../records/draft';
import { ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';

/** The policy's name of writing each draft: whoever may write it may attach to it, and nobody else. */
const ACTIONS = {
  REQUEST: 'exchange:saveDraft',
  ANSWER: 'exchange:saveAnswerDraft',
  REQUEST_CORRECTION: 'exchange:saveCorrectionDraft',
  ANSWER_CORRECTION: 'exchange:saveCorrectionDraft',
} as const satisfies Readonly<Record<DraftPart, Action>>;

/** The drafts files can be attached to. */
export const isDraftPart = (part: string): part is DraftPart => Object.hasOwn(ACTIONS, part);

/** Asks whether the files of a draft may be changed now. */
@Injectable()
export class DraftFiles {
  constructor(
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
  ) {}

  /**
   * The exchange of a draft whose files are about to change, locked: sending and attaching go one after the other.
   * @throws DomainError access.signInRequired, exchange.notFound, exchange.notYourSide, exchange.moveNotPossible,
   *   exchange.approvalPending
   */
  async open(actor: Actor, exchangeId: string, part: DraftPart): Promise<ExchangeRow> {
    officerOf(actor);
    if (!isUuid(exchangeId)) throw new DomainError('exchange.notFound');
    const exchange = await this.exchanges.getForMove(exchangeId);
    this.policy.require(actor, ACTIONS[part], factsOf(exchange));
    if (isLocked(stageOf(exchange, part))) throw new DomainError('exchange.approvalPending');
    this.requireOwnCorrection(actor, exchange, part);
    return exchange;
  }

  /** Either side corrects, each its own message. */
  private requireOwnCorrection(actor: Actor, exchange: ExchangeRow, part: DraftPart): void {
    const side = sideOf(actor, exchange);
    const corrects = Object.values(CORRECTION_OF).some((known) => known === part);
    if (corrects && (side === null || CORRECTION_OF[side] !== part))
      throw new DomainError('exchange.notYourSide', { move: 'CORRECT' });
  }
}
