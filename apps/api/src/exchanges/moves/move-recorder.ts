import { Injectable } from '@nestjs/common';
import { type ExchangeMove, type ExchangeSide, isInternalMove } from '@soc-coop/contracts';
import type { Actor } from '../../platform/context';
import { newId, UnitOfWork } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { ChangesHeard } from '../records/changes-heard';
import { type ExchangePatch, ExchangeRepository, type HandOver } from '../records/exchange.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { MoveRepository } from '../records/move.repository';
import { SearchIndex } from '../search/search-index';
import { officerOf, sideOf } from './officer';

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
export interface Fact extends Pick<MoveEffect, 'toUnitId' | 'toAccountId' | 'contentSha256'> {
  readonly exchange: ExchangeRow;
  /** The side that made it; where it is not said, the one the actor's unit stands on. */
  readonly side?: ExchangeSide;
  readonly at: Date;
  readonly note: string | null;
  readonly reasonCode: string | null;
  readonly messageId: string | null;
  readonly date?: string | null;
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

/** Writes a move down: the fact, the signal, the changed record, what searches find. All leave in one write. */
@Injectable()
export class MoveRecorder {
  constructor(
    private readonly exchanges: ExchangeRepository,
    private readonly moves: MoveRepository,
    private readonly outbox: Outbox,
    private readonly search: SearchIndex,
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangesHeard,
  ) {}

  /** Appends the fact of a move and tells the world. */
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
    this.unitOfWork.afterCommit(() => {
      this.changes.hear();
    });
  }

  /** Changes the record by what the move has changed, or gives the case to another unit. */
  async change(before: ExchangeRow, changed: ExchangePatch, effect: MoveEffect): Promise<void> {
    const { id, version } = before;
    if (effect.handOver === undefined) await this.exchanges.change(id, version, changed);
    else await this.exchanges.handOver(id, version, effect.handOver);
    if (isFoundOtherwise(before, changed, effect)) await this.search.refresh({ ...before, ...changed });
  }
}
