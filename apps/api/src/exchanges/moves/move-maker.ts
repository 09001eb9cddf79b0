import { Injectable } from '@nestjs/common';
import {
  canMove,
  type ExchangeMove,
  isReason,
  REASON_OTHER,
  stateAfter,
  TRANSITIONS,
} from '@soc-coop/contracts';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor, StaffActor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { Outbox } from '../../platform/outbox';
import { type ExchangePatch, ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { MoveRepository } from '../records/move.repository';
import { ExchangeRights, type Standing } from './exchange-rights';
import { officerOf, sideOf } from './officer';

/** What every move's input carries. */
export interface MoveInput {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly note?: string | null | undefined;
  readonly reasonCode?: string;
}

/** The move about to be made, once it is known to be possible and allowed. */
export interface MoveInHand {
  readonly exchange: ExchangeRow;
  readonly officer: StaffActor;
  readonly standing: Standing;
  readonly at: Date;
}

/** What the particular move adds: changed columns, and the message it sent. */
export interface MoveEffect {
  readonly patch?: ExchangePatch;
  readonly messageId?: string;
}

/** The name of a move in the audit trail: `exchange.accept`. */
const actionOf = (move: ExchangeMove): string => `exchange.${move.toLowerCase()}`;

/**
 * Makes moves. Whatever the move, the order is the same: lock, version, rights, engine, the move's own work, then
 * the appended fact, the changed record and the outgoing signal, all in the transaction of the act.
 */
@Injectable()
export class MoveMaker {
  constructor(
    private readonly acts: Acts,
    private readonly exchanges: ExchangeRepository,
    private readonly moves: MoveRepository,
    private readonly rights: ExchangeRights,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes one move on an existing exchange and gives back its id.
   * @throws DomainError exchange.notFound, exchange.notYourSide, exchange.roleMissing, exchange.certificateMissing,
   *   exchange.changedMeanwhile, exchange.moveNotPossible, exchange.reasonUnknown, exchange.explanationMissing
   */
  async make(
    actor: Actor,
    move: ExchangeMove,
    input: MoveInput,
    work: (hand: MoveInHand) => Promise<MoveEffect>,
  ): Promise<string> {
    const act = {
      action: actionOf(move),
      resource: { type: 'exchange', id: input.id },
      once: { key: input.idempotencyKey, input },
    };
    return this.acts.perform(actor, act, async (note) => {
      const hand = await this.prepare(actor, move, input);
      const effect = await work(hand);
      const state = await this.record(actor, move, input, hand, effect);
      note.detail({
        move,
        state,
        ...(input.reasonCode === undefined ? {} : { reasonCode: input.reasonCode }),
      });
      return input.id;
    });
  }

  /** Appends the fact of a move and tells the world; for `OPEN`, whose exchange has just been made. */
  async append(
    actor: Actor,
    move: ExchangeMove,
    key: string,
    fact: { exchange: ExchangeRow; note: string | null; reasonCode: string | null; messageId: string | null },
  ): Promise<void> {
    const { exchange } = fact;
    const officer = officerOf(actor);
    const moveId = newId(exchange.stateSince.getTime());
    await this.moves.append({
      id: moveId,
      exchangeId: exchange.id,
      move,
      side: sideOf(actor, exchange),
      accountId: officer.accountId,
      clientId: actor.kind === 'client' ? actor.clientId : null,
      unitId: officer.unitId,
      at: exchange.stateSince,
      reasonCode: fact.reasonCode,
      note: fact.note,
      agreementVersionId: exchange.agreementVersionId,
      agreementClause: exchange.agreementClause,
      messageId: fact.messageId,
      stateAfter: exchange.state,
      idempotencyKey: key,
    });
    await this.outbox.put('exchange.moved', exchange.id, { moveId });
  }

  private async prepare(actor: Actor, move: ExchangeMove, input: MoveInput): Promise<MoveInHand> {
    const officer = officerOf(actor);
    const exchange = await this.exchanges.getForMove(input.id);
    // First of all: whoever acts on what is no longer so hears what it is now, not that the move is impossible.
    if (exchange.version !== input.version)
      throw new DomainError('exchange.changedMeanwhile', {
        state: exchange.state,
        at: exchange.stateSince.toISOString(),
      });
    const standing = await this.rights.require(actor, move, exchange);
    const side = sideOf(actor, exchange);
    if (side === null || !canMove(exchange.state, move, side))
      throw new DomainError('exchange.moveNotPossible', { move, state: exchange.state });
    assertReason(move, input);
    return { exchange, officer, standing, at: this.clock.now() };
  }

  private async record(
    actor: Actor,
    move: ExchangeMove,
    input: MoveInput,
    { exchange, at }: MoveInHand,
    { patch = {}, messageId }: MoveEffect,
  ): Promise<string> {
    const state = stateAfter(exchange.state, move);
    const changed: ExchangePatch = { ...patch, state, stateSince: at };
    await this.exchanges.change(exchange.id, exchange.version, changed);
    await this.append(actor, move, input.idempotencyKey, {
      exchange: { ...exchange, ...changed },
      note: input.note ?? null,
      reasonCode: input.reasonCode ?? null,
      messageId: messageId ?? null,
    });
    return state;
  }
}

/** A coded reason must stand in the move's list; "other", and moves that are their words, need a sentence. */
const assertReason = (move: ExchangeMove, { reasonCode, note }: MoveInput): void => {
  const { reasons, needsNote = false } = TRANSITIONS[move];
  if (reasons !== undefined && (reasonCode === undefined || !isReason(reasons, reasonCode)))
    throw new DomainError('exchange.reasonUnknown', { list: reasons, code: reasonCode ?? '' });
  if ((needsNote || reasonCode === REASON_OTHER) && (note ?? '').trim() === '')
    throw new DomainError('exchange.explanationMissing');
};
