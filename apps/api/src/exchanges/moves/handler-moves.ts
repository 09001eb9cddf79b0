import { Injectable } from '@nestjs/common';
import type { ExchangeSide } from '@soc-coop/contracts';
import type { AssignExchangeInput, ExchangeMoveInput } from '@soc-coop/dto';
import { AccountsService } from '../../access';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import type { ExchangePatch } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { MoveMaker } from './move-maker';

/** Who is in charge on a side, and the change that puts somebody else there. */
const CHARGE: Readonly<
  Record<
    ExchangeSide,
    {
      readonly now: (exchange: ExchangeRow) => string | null;
      readonly unit: (exchange: ExchangeRow) => string | null;
      readonly give: (accountId: string) => ExchangePatch;
    }
  >
> = {
  REQUESTER: {
    now: ({ requesterHandlerId }) => requesterHandlerId,
    unit: ({ requestingUnitId }) => requestingUnitId,
    give: (requesterHandlerId) => ({ requesterHandlerId }),
  },
  REPLIER: {
    now: ({ replierHandlerId }) => replierHandlerId,
    unit: ({ replyingUnitId }) => replyingUnitId,
    give: (replierHandlerId) => ({ replierHandlerId }),
  },
};

/** Who is in charge of a case on one side; the other side hears of no such change. */
@Injectable()
export class HandlerMoves {
  constructor(
    private readonly moves: MoveMaker,
    private readonly accounts: AccountsService,
  ) {}

  /**
   * Gives the case to an officer of the own side's unit.
   * @throws DomainError what every move can throw, exchange.handlerNotEligible, exchange.alreadyHandler
   */
  async assign(actor: Actor, input: AssignExchangeInput): Promise<string> {
    return this.moves.make(actor, 'ASSIGN', input, async ({ exchange, side }) => {
      const unitId = CHARGE[side].unit(exchange);
      if (unitId === null || !(await this.accounts.handlesCasesOf(input.handler, unitId)))
        throw new DomainError('exchange.handlerNotEligible');
      return this.charge(exchange, side, input.handler);
    });
  }

  /**
   * Takes the case over from a colleague, or from nobody.
   * @throws DomainError what every move can throw, exchange.alreadyHandler
   */
  async takeOver(actor: Actor, input: ExchangeMoveInput): Promise<string> {
    return this.moves.make(actor, 'TAKE_OVER', input, async ({ exchange, side, officer }) =>
      this.charge(exchange, side, officer.accountId),
    );
  }

  private charge(exchange: ExchangeRow, side: ExchangeSide, accountId: string) {
    if (CHARGE[side].now(exchange) === accountId) throw new DomainError('exchange.alreadyHandler');
    return { patch: CHARGE[side].give(accountId), toAccountId: accountId };
  }
}
