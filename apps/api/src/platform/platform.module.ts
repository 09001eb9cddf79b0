import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Acts } from './acts';
import { AuditRepository } from './audit/audit.repository';
import { Clock } from './clock/clock';
import { ClockWatch } from './clock/clock-watch';
import { CONFIG, type Config } from './config';
import { SecretBox } from './crypto';
import {
  firstConnection,
  Database,
  Heartbeat,
  makeAppDataSource,
  PreparedRead,
  Presence,
  Readiness,
  UnitOfWork,
} from './database';
import { SocketConnections } from './graphql';
import { IdempotencyRepository } from './idempotency/idempotency.repository';
import { Once } from './idempotency/once';
import { Jobs } from './jobs/jobs';
import { Logger } from './log';
import { Outbox, OutboxNudge, OutboxRelay } from './outbox';
import { HealthController, Metrics } from './rest';
import { Signals } from './signals/signals';

const providers = [
  Acts,
  AuditRepository,
  ClockWatch,
  Database,
  Heartbeat,
  IdempotencyRepository,
  Jobs,
  Metrics,
  Once,
  Outbox,
  OutboxNudge,
  OutboxRelay,
  PreparedRead,
  Presence,
  Readiness,
  Signals,
  SocketConnections,
  UnitOfWork,
];

/** What every room stands on. Global, because every room needs all of it and it depends on none. */
@Global()
@Module({ controllers: [HealthController], providers, exports: providers })
export class PlatformModule {
  /** The platform with the settings of this process; seeds and tests bring a clock of their own. */
  static with(config: Config, clock: Clock = new Clock()): DynamicModule {
    const settings = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: SecretBox, useFactory: () => new SecretBox(config.MASTER_KEYS) },
      { provide: Logger, useFactory: () => new Logger(config.LOG_LEVEL) },
      {
        provide: DataSource,
        useFactory: () => firstConnection(() => makeAppDataSource(config).initialize()),
      },
    ];
    return { module: PlatformModule, providers: settings, exports: settings.map(({ provide }) => provide) };
  }
}
