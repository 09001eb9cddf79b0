import { Injectable } from '@nestjs/common';
import {
  canMove,
  decisionAfter,
  type ExchangeMove,
  type ExchangeSide,
  type ExchangeState,
  isInternalMove,
  isReason,
  REASON_OTHER,
  refusedByHistory,
  stateAfter,
  TRANSITIONS,
} from '@soc-coop/contracts';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor, StaffActor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { Outbox } from '../../platform/outbox';
import { type ExchangePatch, ExchangeRepository, type HandOver } from '../records/exchange.repository';
import type { ExchangeRow, MoveRow } from '../records/exchange.row';
import { MoveRepository } from '../records/move.repository';
import { SearchIndex } from '../search/search-index';
import { ExchangeRights, type Standing } from './exchange-rights';
import { movingSideOf, officerOf, sideOf } from './officer';

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
  readonly side: ExchangeSide;
  readonly standing: Standing;
  /** Every move made before this one. */
  readonly history: readonly MoveRow[];
  readonly at: Date;
}

/** What the particular move adds: changed columns, the message it sent, the day it names. */
export interface MoveEffect {
  readonly patch?: ExchangePatch;
  readonly messageId?: string;
  readonly date?: string;
  /** Whom the move names: the unit it forwards to, the person it assigns. */
  readonly toUnitId?: string;
  readonly toAccountId?: string;
  /** The hash of the content the move vouches for. */
  readonly contentSha256?: string;
  /** A move the same act makes straight after this one: what is approved leaves with the approval. */
  readonly then?: FollowingMove;
  /** Gives the case to another unit instead of changing columns: the caller does not see it afterwards. */
  readonly handOver?: HandOver;
}

/** A move that follows from another one and leaves the state as it is; who may make the first has made it. */
export interface FollowingMove {
  readonly move: ExchangeMove;
  readonly messageId: string;
  readonly note: string;
}

/** The fact to append, with the exchange as the move leaves it. */
interface Fact extends Pick<MoveEffect, 'toUnitId' | 'toAccountId' | 'contentSha256'> {
  readonly exchange: ExchangeRow;
  /** The side that made it; where it is not said, the one the actor's unit stands on. */
  readonly side?: ExchangeSide;
  readonly at: Date;
  readonly note: string | null;
  readonly reasonCode: string | null;
  readonly messageId: string | null;
  readonly date?: string | null;
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
    private readonly search: SearchIndex,
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
    return this.makeFor(actor, move, input, async (hand) => ({ ...(await work(hand)), outcome: input.id }));
  }

  /**
   * The same where the caller may not read the exchange afterwards: the outcome is what is left to know. It is kept
   * under the key, so it must be JSON-safe and hold no personal data.
   */
  async makeFor<T>(
    actor: Actor,
    move: ExchangeMove,
    input: MoveInput,
    work: (hand: MoveInHand) => Promise<MoveEffect & { readonly outcome: T }>,
  ): Promise<T> {
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
      return effect.outcome;
    });
  }

  /** Appends the fact of a move and tells the world; for `OPEN`, whose exchange has just been made. */
  async append(actor: Actor, move: ExchangeMove, key: string, fact: Fact): Promise<void> {
    const { exchange } = fact;
    const officer = officerOf(actor);
    const moveId = newId(fact.at.getTime());
    await this.moves.append({
      id: moveId,
      exchangeId: exchange.id,
      move,
      side: fact.side ?? sideOf(actor, exchange),
      accountId: officer.accountId,
      clientId: actor.kind === 'client' ? actor.clientId : null,
      unitId: officer.unitId,
      at: fact.at,
      reasonCode: fact.reasonCode,
      note: fact.note,
      agreementVersionId: exchange.agreementVersionId,
      agreementClause: exchange.agreementClause,
      messageId: fact.messageId,
      date: fact.date ?? null,
      toUnitId: fact.toUnitId ?? null,
      toAccountId: fact.toAccountId ?? null,
      contentSha256: fact.contentSha256 ?? null,
      internal: isInternalMove(move),
      stateAfter: exchange.state,
      idempotencyKey: key,
    });
    this.outbox.put('exchange.moved', exchange.id, { moveId });
  }

  private async prepare(actor: Actor, move: ExchangeMove, input: MoveInput): Promise<MoveInHand> {
    const officer = officerOf(actor);
    // Both travel together; the second sees what the lock has waited for, because it is a statement of its own.
    const [exchange] = await Promise.all([
      this.exchanges.getForMove(input.id),
      this.rights.foresee(actor, input.id),
    ]);
    const history = await this.moves.of(exchange.id);
    // First of all: whoever acts on what is no longer so hears what it is now, not that the move is impossible.
    if (exchange.version !== input.version)
      throw new DomainError('exchange.changedMeanwhile', {
        state: exchange.state,
        at: (history.at(-1)?.at ?? exchange.stateSince).toISOString(),
      });
    const standing = await this.rights.require(actor, move, exchange);
    const side = movingSideOf(actor, move, exchange);
    if (side === null || !canMove(exchange.state, move, side))
      throw new DomainError('exchange.moveNotPossible', { move, state: exchange.state });
    const refused = refusedByHistory(history, move, side);
    if (refused !== null) throw new DomainError(refused);
    assertReason(move, input);
    return { exchange, officer, side, standing, history, at: this.clock.now() };
  }

  private async record(
    actor: Actor,
    move: ExchangeMove,
    input: MoveInput,
    hand: MoveInHand,
    effect: MoveEffect,
  ): Promise<string> {
    const { exchange, side, at } = hand;
    const state = stateAfter(exchange.state, move);
    const changed: ExchangePatch = {
      ...effect.patch,
      ...effect.handOver,
      state,
      // A move that only leaves a trace does not make the state any younger: pauses are counted from there.
      ...(TRANSITIONS[move].to === null ? {} : { stateSince: at }),
      decisionBy: decisionAfter(exchange.decisionBy, { move, side }),
    };
    const fact = { exchange: { ...exchange, ...changed }, side, at };
    // The fact comes first: who gives a case away may not add to it any more.
    await this.append(actor, move, input.idempotencyKey, {
      ...effect,
      ...fact,
      note: input.note ?? null,
      reasonCode: input.reasonCode ?? null,
      messageId: effect.messageId ?? null,
    });
    if (effect.then !== undefined) {
      assertFollows(effect.then.move, state, hand, move);
      await this.append(actor, effect.then.move, input.idempotencyKey, {
        ...fact,
        note: effect.then.note,
        reasonCode: null,
        messageId: effect.then.messageId,
      });
    }
    if (effect.handOver === undefined) await this.exchanges.change(exchange.id, exchange.version, changed);
    else await this.exchanges.handOver(exchange.id, exchange.version, effect.handOver);
    if (isFoundOtherwise(exchange, changed, effect)) await this.search.refresh({ ...exchange, ...changed });
    return state;
  }
}

/** What searches find an exchange by that a move can change, beside the person: that comes with a message. */
const FOUND_BY = [
  'number',
  'state',
  'replyingUnitId',
  'nationalFileNumber',
  'sentAt',
] as const satisfies readonly (keyof ExchangePatch)[];

/** True where searches must learn of a move; most moves change nothing an exchange is found by. */
const isFoundOtherwise = (
  before: ExchangeRow,
  changed: ExchangePatch,
  { messageId, then, handOver }: MoveEffect,
): boolean =>
  (messageId ?? then?.messageId) !== undefined ||
  handOver !== undefined ||
  FOUND_BY.some((name) => changed[name] !== undefined && changed[name] !== before[name]);

/** The engine is asked about a move that follows as it is about every other; its rights are those of the first. */
const assertFollows = (
  following: ExchangeMove,
  state: ExchangeState,
  { side, history }: MoveInHand,
  move: ExchangeMove,
): void => {
  const past = [...history, { move, side }];
  const possible = canMove(state, following, side) && TRANSITIONS[following].to === null;
  if (!possible || refusedByHistory(past, following, side) !== null)
    throw new Error(`${following} does not follow ${move} in ${state}`);
};

/** A coded reason must stand in the move's list; "other", and moves that are their words, need a sentence. */
const assertReason = (move: ExchangeMove, { reasonCode, note }: MoveInput): void => {
  const { reasons, needsNote = false } = TRANSITIONS[move];
  if (reasons !== undefined && (reasonCode === undefined || !isReason(reasons, reasonCode)))
    throw new DomainError('exchange.reasonUnknown', { list: reasons, code: reasonCode ?? '' });
  if ((needsNote || reasonCode === REASON_OTHER) && (note ?? '').trim() === '')
    throw new DomainError('exchange.explanationMissing');
};
