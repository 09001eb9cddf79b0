import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { ClockWatch } from '../clock/clock-watch';
import { CONFIG, type Config } from '../config';
import { Logger } from '../log';

/** Work done by the clock, named once and run by one process at a time. */
export interface ScheduledJob {
  readonly name: string;
  /** Five-field cron expression, in the given zone. */
  readonly cron: string;
  /** True where it deletes or reminds by the clock: while the clock is known to be wrong, such work waits. */
  readonly actsByClock: boolean;
  readonly run: () => Promise<void>;
}

/** The zone both countries' offices live in; cron times are meant there. */
const ZONE = 'Europe/Bucharest';

/** pg-boss hands some of its errors on as plain copies, which would stand in the log without a word. */
const asError = (error: unknown): unknown =>
  error instanceof Error || typeof error !== 'object' || error === null || !('message' in error)
    ? error
    : new Error(String(error.message));

/**
 * Background work on the same database (pg-boss behind a port of ours). A job that fails is tried again with
 * growing pauses and then kept for a person to look at.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private boss: PgBoss | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly watch: ClockWatch,
    private readonly logger: Logger,
  ) {}

  /** Starts working off the given jobs in this process. */
  async start(jobs: readonly ScheduledJob[]): Promise<void> {
    const boss = new PgBoss({ ...bossConnection(this.config), migrate: false, createSchema: false });
    boss.on('error', (error) => {
      this.logger.failure(asError(error));
    });
    await boss.start();
    this.boss = boss;
    for (const job of jobs) {
      await boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true });
      await boss.schedule(job.name, job.cron, null, { tz: ZONE });
      await boss.work(job.name, async () => this.run(job));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5_000 });
  }

  /** Refused work is tried again by pg-boss, and by the next tick of its plan. */
  private async run({ actsByClock, run }: ScheduledJob): Promise<void> {
    if (actsByClock) this.watch.require();
    await run();
  }
}

const bossConnection = (config: Config) => ({
  connectionString: config.APP_DATABASE_URL ?? config.DATABASE_URL,
  application_name: 'soc-coop jobs',
  max: 2,
  schema: 'pgboss',
});

/** Creates or upgrades the job tables as the owner and opens them to the app role. */
export const migrateJobs = async (
  databaseUrl: string,
  query: (sql: string) => Promise<unknown>,
): Promise<void> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await query(`grant usage on schema pgboss to soc_app;
    grant select, insert, update, delete on all tables in schema pgboss to soc_app;
    grant usage on all sequences in schema pgboss to soc_app;
    grant execute on all functions in schema pgboss to soc_app`);
};
