import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, UpdateQueryBuilder } from 'typeorm';
import { DomainError } from '../errors';
import { ambientTransaction } from './unit-of-work';

/** A row as PostgreSQL gives it; each query names the columns it asks for. */
type Patch<E extends ObjectLiteral> = Parameters<UpdateQueryBuilder<E>['set']>[0];

/** The door of the repositories to the ambient transaction. */
@Injectable()
export class Database {
  /** TypeORM's manager of the ambient transaction. */
  get manager(): EntityManager {
    return ambientTransaction().runner.manager;
  }

  /** Runs one SQL statement with parameters and gives its rows. */
  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const { runner } = ambientTransaction();
    const result: { records: Row[] } = await runner.query(sql, [...params], true);
    return result.records;
  }

  /** The first row, or null. */
  async one<Row>(sql: string, params: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, params);
    return row ?? null;
  }

  /** Runs a statement that writes and says how many rows it touched. */
  async execute(sql: string, params: readonly unknown[] = []): Promise<number> {
    const { runner } = ambientTransaction();
    const result: { affected?: number } = await runner.query(sql, [...params], true);
    return result.affected ?? 0;
  }

  /**
   * Updates one row only if it still has the version the caller saw, and raises the version.
   * TypeORM's `save()` would win over a newer version and write the old number back (typeorm 1.1).
   * @throws DomainError request.stale when somebody else changed the row meanwhile.
   */
  async guardedUpdate<E extends ObjectLiteral & { id: string; version: number }>(
    entity: EntityTarget<E>,
    where: { readonly id: string; readonly version: number },
    patch: Patch<E>,
  ): Promise<void> {
    const result = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...patch, version: () => 'version + 1' })
      .where('id = :id and version = :version', where)
      .execute();
    if (result.affected !== 1) throw new DomainError('request.stale');
  }
}
