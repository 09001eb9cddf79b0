import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay } from '../../../platform/outbox';
import { Recalculation } from './recalculation';

/** Lets the worker count deadlines anew: one batch per signal, each asking for the next. */
@Injectable()
export class RecalculationJob implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly recalculation: Recalculation,
  ) {}

  onModuleInit(): void {
    this.relay.handle('calendar.changed', ({ key }) => this.recalculation.step(key));
  }
}
