import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Country, Locale, Role } from '@soc-coop/contracts';
import { testDatabase, type TestDatabase } from '@soc-coop/testing';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app';
import type { Clock } from '../../src/platform/clock/clock';
import type { StaffActor } from '../../src/platform/context';
import { SecretBox } from '../../src/platform/crypto';
import { newId } from '../../src/platform/database';
import { seedDemonstration, seedReference, withSeeding } from '../../src/seed';
import { testSettings } from './platform';

/** The whole application on a database of its own, with reference data and the invented people. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** Looks behind row-level security, as the owner. */
  readonly behind: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  /** Runs one statement as the app role would for a caseworker of a unit, and takes it back. */
  readonly asUnit: <Row>(unitId: string, sql: string) => Promise<Row[]>;
  /** The actor an invented person is in one of their units. */
  readonly actor: (email: string, unit?: string) => Promise<StaffActor>;
  readonly close: () => Promise<void>;
}

interface ActorRow {
  readonly accountId: string;
  readonly locale: Locale;
  readonly country: Country;
  readonly unitId: string;
  readonly unitCode: string;
  readonly roles: Role[];
}

/** Builds it; nothing listens, requests go in by `app.inject`. */
export const testApp = async (
  clock?: Clock,
  more: Readonly<Record<string, string>> = {},
): Promise<TestApp> => {
  const database = await testDatabase();
  const settings = testSettings(database, more);
  await withSeeding(database.ownerUrl, async (seeding) => {
    await seedReference(seeding);
    await seedDemonstration(seeding, new SecretBox(settings.MASTER_KEYS));
  });
  const app = await createApp(settings, clock);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  const behind = <Row>(sql: string, params: unknown[] = []): Promise<Row[]> => owner.query(sql, params);
  const asUnit = async <Row>(unitId: string, sql: string): Promise<Row[]> => {
    const runner = owner.createQueryRunner();
    await runner.query('begin');
    try {
      await runner.query('set local role soc_app');
      await runner.query(`select set_config('soc.scope', 'unit', true), set_config('soc.unit', $1, true)`, [
        unitId,
      ]);
      return (await runner.query(sql)) as Row[];
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
  };
  return {
    app,
    database,
    behind,
    asUnit,
    actor: async (email, unit) => {
      const rows = await behind<ActorRow>(
        `select a.id as "accountId", a.locale, a.country, u.id as "unitId", u.code as "unitCode",
           array_agg(m.role) as roles
         from account a join membership m on m.account_id = a.id join unit u on u.id = m.unit_id
         where a.email = $1 and ($2::text is null or u.code = $2) group by a.id, u.id order by min(m.id::text)`,
        [email, unit ?? null],
      );
      const [row] = rows;
      if (row === undefined) throw new Error(`nobody is called ${email}`);
      return { kind: 'staff', sessionId: newId(), secondFactor: true, ...row };
    },
    close: async () => {
      await app.close();
      await owner.destroy();
      await database.drop();
    },
  };
};
