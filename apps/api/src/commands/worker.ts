import type { INestApplicationContext } from '@nestjs/common';
import { AccessHousekeeping } from '../access';
import { Escalation, FileHousekeeping } from '../exchanges';
import { Clock } from '../platform/clock/clock';
import { systemActor } from '../platform/context';
import { UnitOfWork } from '../platform/database';
import { IdempotencyRepository } from '../platform/idempotency/idempotency.repository';
import { Jobs, type ScheduledJob } from '../platform/jobs/jobs';
import { Outbox, OutboxRelay } from '../platform/outbox';

const DAY_MS = 86_400_000;
/** Keys live as long as an exchange is commonly open, so that a retry after weeks is still recognised. */
const KEYS_KEPT_DAYS = 180;
const SIGNALS_KEPT_DAYS = 30;

const housekeeping = (app: INestApplicationContext): ScheduledJob => ({
  name: 'housekeeping',
  cron: '17 3 * * *',
  actsByClock: true,
  run: async () => {
    const now = app.get(Clock).now().getTime();
    await app.get(UnitOfWork).run(systemActor('housekeeping'), async () => {
      await app.get(IdempotencyRepository).forgetBefore(new Date(now - KEYS_KEPT_DAYS * DAY_MS));
      await app.get(Outbox).forgetBefore(new Date(now - SIGNALS_KEPT_DAYS * DAY_MS));
      await app.get(AccessHousekeeping).run(new Date(now));
    });
  },
});

/** Hourly in office hours: a deadline that became near overnight is told in the morning, a new one within the hour. */
const escalation = (app: INestApplicationContext): ScheduledJob => ({
  name: 'escalation',
  cron: '7 7-18 * * *',
  actsByClock: true,
  run: async () => {
    await app.get(Escalation).run();
  },
});

/** Starts background work in this process: the outbox and the jobs that run by the clock. */
export const startWorker = async (app: INestApplicationContext): Promise<void> => {
  await app.get(OutboxRelay).start();
  await app.get(Jobs).start([housekeeping(app), escalation(app), ...app.get(FileHousekeeping).jobs()]);
};
