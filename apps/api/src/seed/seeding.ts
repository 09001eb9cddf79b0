import { Acts } from '../platform/acts';
import { AuditRepository } from '../platform/audit/audit.repository';
import { Clock } from '../platform/clock/clock';
import { type SystemActor, systemActor } from '../platform/context';
import { Database, makeOwnerDataSource, UnitOfWork } from '../platform/database';
import { IdempotencyRepository } from '../platform/idempotency/idempotency.repository';
import { Once } from '../platform/idempotency/once';

/** What loading data works with: the owner role's transactions, and acts that leave their event like any other. */
export interface Seeding {
  readonly actor: SystemActor;
  readonly acts: Acts;
  readonly database: Database;
  readonly clock: Clock;
}

/** Runs work as the owner role, without the application around it, and closes the connection afterwards. */
export const withSeeding = async <T>(
  databaseUrl: string,
  work: (seeding: Seeding) => Promise<T>,
  clock: Clock = new Clock(),
): Promise<T> => {
  const dataSource = await makeOwnerDataSource(databaseUrl).initialize();
  try {
    const database = new Database();
    const acts = new Acts(
      new UnitOfWork(dataSource),
      new AuditRepository(database),
      new Once(new IdempotencyRepository(database)),
      clock,
    );
    return await work({ actor: systemActor('seed'), acts, database, clock });
  } finally {
    await dataSource.destroy();
  }
};
