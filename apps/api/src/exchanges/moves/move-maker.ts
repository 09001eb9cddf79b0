import { Injectable } from '@nestjs/common';
import {
  canMove,
  decisionAfter,
  type ExchangeMove,
  type ExchangeSide,
  type ExchangeState,
  isJudgedByHistory,
  isReason,
  moveAction,
  REASON_OTHER,
  refusedByHistory,
  stateAfter,
  TRANSITIONS,
} from '@soc-coop/contracts';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import type { Actor, StaffActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { type ExchangePatch, ExchangeRepository } from '../records/exchange.repository';
import type { ExchangeRow, MoveRow } from '../records/exchange.row';
import { MoveRepository } from '../records/move.repository';
import { ExchangeRights, type Standing } from './exchange-rights';
import { MoveAnswers } from './move-answers';
import { type Fact, type MoveEffect, MoveRecorder } from './move-recorder';
import { movingSideOf, officerOf } from './officer';

export type { MoveEffect } from './move-recorder';

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
  /** How the case stands to agreement and trainings; null for a move that puts no data on the way. */
  readonly standing: Standing | null;
  /** Every move made before this one. */
  readonly history: () => Promise<readonly MoveRow[]>;
  readonly at: Date;
}

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
    private readonly recorder: MoveRecorder,
    private readonly answers: MoveAnswers,
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
    const { id } = input;
    return this.perform(actor, move, input, async (hand) => ({ ...(await work(hand)), outcome: id }), id);
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
    return this.perform(actor, move, input, work);
  }

  private async perform<T>(
    actor: Actor,
    move: ExchangeMove,
    input: MoveInput,
    work: (hand: MoveInHand) => Promise<MoveEffect & { readonly outcome: T }>,
    known?: T,
  ): Promise<T> {
    let looked: Promise<ExchangeRow> | null = null;
    const ahead = (): Promise<ExchangeRow> => (looked = this.look(actor, move, input));
    const act = {
      action: moveAction(move),
      resource: { type: 'exchange', id: input.id },
      once: { key: input.idempotencyKey, input, ahead, outcome: known },
    };
    return this.acts.perform(actor, act, async (note) => {
      const hand = await this.judge(actor, move, input, looked ?? ahead());
      const effect = await work(hand);
      const left = await this.record(actor, move, input, hand, effect);
      note.detail({
        move,
        state: left.state,
        ...(input.reasonCode === undefined ? {} : { reasonCode: input.reasonCode }),
      });
      // Where the outcome is something else, the case is not what the caller will be shown.
      if (Object.is(effect.outcome, left.id)) await this.answers.fill(actor, left, note);
      return effect.outcome;
    });
  }

  /** Appends the fact of a move and tells the world; for `OPEN`, whose exchange has just been made. */
  async append(actor: Actor, move: ExchangeMove, key: string, fact: Fact): Promise<void> {
    await this.recorder.append(actor, move, key, fact);
  }

  /** Locks the case and reads what the move is judged by, before anybody knows whether the key is new. */
  private async look(actor: Actor, move: ExchangeMove, input: MoveInput): Promise<ExchangeRow> {
    this.answers.forget();
    return this.exchanges.getForMove(input.id, () => this.rights.foresee(actor, move, input));
  }

  private async judge(
    actor: Actor,
    move: ExchangeMove,
    input: MoveInput,
    looked: Promise<ExchangeRow>,
  ): Promise<MoveInHand> {
    const officer = officerOf(actor);
    const exchange = await looked;
    // First of all: whoever acts on what is no longer so hears what it is now, not that the move is impossible.
    if (exchange.version !== input.version)
      throw new DomainError('exchange.changedMeanwhile', {
        state: exchange.state,
        at: ((await this.moves.lastAt(exchange.id)) ?? exchange.stateSince).toISOString(),
      });
    const standing = await this.rights.require(actor, move, exchange);
    const side = movingSideOf(actor, move, exchange);
    if (side === null || !canMove(exchange.state, move, side))
      throw new DomainError('exchange.moveNotPossible', { move, state: exchange.state });
    // Read where the move is judged by it or asks for it; most moves do neither.
    const history = once(() => this.moves.of(exchange.id));
    const refused = isJudgedByHistory(move) ? refusedByHistory(await history(), move, side) : null;
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
  ): Promise<ExchangeRow> {
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
    if (effect.then !== undefined) await assertFollows(effect.then.move, state, hand, move);
    const fact = { exchange: { ...exchange, ...changed }, side, at };
    // The fact comes first: who gives a case away may not add to it any more.
    await this.recorder.append(actor, move, input.idempotencyKey, {
      ...effect,
      ...fact,
      note: input.note ?? null,
      reasonCode: input.reasonCode ?? null,
      messageId: effect.messageId ?? null,
    });
    if (effect.then !== undefined)
      await this.recorder.append(actor, effect.then.move, input.idempotencyKey, {
        ...fact,
        note: effect.then.note,
        reasonCode: null,
        messageId: effect.then.messageId,
      });
    await this.recorder.change(exchange, changed, effect);
    return { ...exchange, ...changed, version: exchange.version + 1 };
  }
}

/** What a promise is made for, asked at most once. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | null = null;
  return () => (asked ??= ask());
};

/** The engine is asked about a move that follows as it is about every other; its rights are those of the first. */
const assertFollows = async (
  following: ExchangeMove,
  state: ExchangeState,
  { side, history }: MoveInHand,
  move: ExchangeMove,
): Promise<void> => {
  const past = [...(await history()), { move, side }];
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
