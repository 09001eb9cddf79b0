import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config';
import { Readiness } from '../database';
import { Metrics } from './metrics';

/** What monitors ask: alive, able to serve, figures. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The process runs; asks nothing remote. */
  @Get('health/live')
  live(): { status: string; role: string } {
    return { status: 'live', role: this.config.ROLE };
  }

  /** The database answers and takes writes; otherwise a balancer sends people elsewhere. */
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const ready = await this.readiness.takesWrites();
    void reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'unavailable' });
  }

  /** Figures in the Prometheus text format; no label names a person, a unit or a case. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async figures(): Promise<string> {
    return this.metrics.text();
  }
}
