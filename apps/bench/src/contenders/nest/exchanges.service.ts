import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Claims } from '../token';
import { makeTalks } from '../../product';
import { ExchangeEntity, ExchangeKeyEntity, MoveEntity } from './exchange.entities';
import type { CappedCount, ExchangeMoveInput } from './models';
import { AuditEntity, KeyEntity, OutboxEntity } from './trace.entities';

const REPLIER_TURN = ['SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED'];
const REQUESTER_TURN = ['CLARIFICATION', 'ANSWERED', 'REFUSED'];
const CAP = 1_000;
const seal = makeTalks();

/** Reads and changes exchanges. */
@Injectable()
export class ExchangesService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** One page of what waits for a unit. */
  async page(unit: string, first: number): Promise<ExchangeEntity[]> {
    return this.waiting(unit).orderBy('e.dueOn').addOrderBy('e.id').take(first).getMany();
  }

  /** How many wait, counted to the cap. */
  async count(unit: string): Promise<CappedCount> {
    const rows = await this.waiting(unit)
      .select('e.id')
      .limit(CAP + 1)
      .getRawMany();
    return { value: Math.min(rows.length, CAP), capped: rows.length > CAP };
  }

  /** One exchange of the unit. */
  async find(unit: string, id: string): Promise<ExchangeEntity> {
    const repository = this.source.getRepository(ExchangeEntity);
    const where = [
      { id, requestingUnitId: unit },
      { id, replyingUnitId: unit },
    ];
    return repository.findOneOrFail({ where });
  }

  /** Reminds the replier, in one transaction. */
  async remind({ unit, account }: Claims, input: ExchangeMoveInput): Promise<ExchangeEntity> {
    return this.source.transaction(async (manager) => {
      await manager.insert(KeyEntity, {
        owner: `staff:${account}`,
        key: input.idempotencyKey,
        action: 'exchange.remind',
        inputHash: createHash('sha256').update(JSON.stringify(input)).digest('hex'),
      });
      const exchange = await manager.findOneOrFail(ExchangeEntity, {
        where: { id: input.id },
        lock: { mode: 'pessimistic_write' },
      });
      const mayRemind = exchange.requestingUnitId === unit && REPLIER_TURN.includes(exchange.state);
      if (exchange.version !== input.version || !mayRemind) throw new Error('not now');
      const now = new Date();
      const version = exchange.version + 1;
      await manager.update(ExchangeEntity, { id: exchange.id }, { version, stateSince: now });
      await this.trace(manager, { unit, account }, { exchange, input, now });
      const key = { owner: `staff:${account}`, key: input.idempotencyKey };
      await manager.update(KeyEntity, key, { outcome: JSON.stringify(exchange.id) });
      return Object.assign(exchange, { version, stateSince: now });
    });
  }

  private async trace(
    manager: EntityManager,
    { unit, account }: Pick<Claims, 'unit' | 'account'>,
    { exchange, input, now }: { exchange: ExchangeEntity; input: ExchangeMoveInput; now: Date },
  ): Promise<void> {
    const last = await manager.maximum(MoveEntity, 'sequence', { exchangeId: exchange.id });
    const moveId = randomUUID();
    const { wrappedKey } = await manager.findOneByOrFail(ExchangeKeyEntity, { exchangeId: exchange.id });
    const talk = seal.resume(exchange.id, wrappedKey);
    await manager.insert(MoveEntity, {
      id: moveId,
      exchangeId: exchange.id,
      sequence: (last ?? 0) + 1,
      move: 'REMIND',
      side: 'REQUESTER',
      accountId: account,
      unitId: unit,
      at: now,
      sealedNote: talk.sealNote(moveId, input.note ?? ''),
      agreementVersionId: exchange.agreementVersionId,
      agreementClause: exchange.agreementClause,
      stateAfter: exchange.state,
      idempotencyKey: input.idempotencyKey,
    });
    const payload = { moveId };
    await manager.insert(OutboxEntity, {
      id: randomUUID(),
      topic: 'exchange.moved',
      key: exchange.id,
      payload,
    });
    const id = randomUUID();
    await manager.insert(AuditEntity, {
      id,
      at: now,
      action: 'exchange.remind',
      outcome: 'ALLOWED',
      actorKind: 'staff',
      actorId: account,
      unitId: unit,
      resourceType: 'exchange',
      resourceId: exchange.id,
      body: JSON.stringify({ v: 1, id, at: now, actor: { account, unit }, exchange: exchange.id }),
    });
  }

  private waiting(unit: string): SelectQueryBuilder<ExchangeEntity> {
    const replier = 'e.replyingUnitId = :unit and e.state in (:...replierTurn)';
    const requester = 'e.requestingUnitId = :unit and e.state in (:...requesterTurn)';
    return this.source
      .getRepository(ExchangeEntity)
      .createQueryBuilder('e')
      .where(new Brackets((either) => either.where(replier).orWhere(requester)))
      .setParameters({ unit, replierTurn: REPLIER_TURN, requesterTurn: REQUESTER_TURN });
  }
}
