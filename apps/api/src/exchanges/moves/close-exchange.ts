import { Injectable } from '@nestjs/common';
import type { ExchangeMoveInput, ReasonedMoveInput } from '@soc-coop/dto';
import type { Actor } from '../../platform/context';
import { NOTHING_DUE } from '../records/exchange.row';
import { DraftRepository } from '../records/draft.repository';
import { MoveMaker } from './move-maker';

/** The moves with which the asking side ends an exchange. */
@Injectable()
export class CloseExchange {
  constructor(
    private readonly moves: MoveMaker,
    private readonly drafts: DraftRepository,
  ) {}

  /** Closes an answered or refused exchange with a coded reason. */
  async close(actor: Actor, input: ReasonedMoveInput): Promise<string> {
    return this.moves.make(actor, 'CLOSE', input, async ({ at }) => ({
      patch: { closedAt: at, dueKind: null, dueOn: NOTHING_DUE },
    }));
  }

  /** Throws a draft away: its content goes, the fact that it was opened and discarded stays. */
  async discard(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'DISCARD', input, async ({ exchange }) => {
      this.drafts.remove({ exchangeId: exchange.id, part: 'REQUEST' });
      return {};
    });
  }
}
