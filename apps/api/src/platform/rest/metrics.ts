import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { ClockWatch } from '../clock/clock-watch';

/** The figures this process counts. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'soc_http_request_seconds',
    help: 'Time to answer an HTTP request, by route pattern, method and status class.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  private readonly deliveries = new Counter({
    name: 'soc_outbox_delivered_total',
    help: 'Outbox entries handed to their handlers, by topic.',
    labelNames: ['topic'],
    registers: [this.registry],
  });

  constructor(watch: ClockWatch) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'soc_clock_ahead_seconds',
      help: 'How far the clock of this process is ahead of that of the database; negative where it is behind.',
      registers: [this.registry],
      collect() {
        this.set(watch.aheadSeconds);
      },
    });
  }

  /** Notes one answered request; the route is the pattern, never the address with its ids. */
  answered(route: string, method: string, status: number, seconds: number): void {
    this.requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  /** Notes one delivered outbox entry. */
  delivered(topic: string): void {
    this.deliveries.inc({ topic });
  }

  /** All figures in the Prometheus text format. */
  async text(): Promise<string> {
    return this.registry.metrics();
  }
}
