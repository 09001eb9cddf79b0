import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config';
import { ChangesHeard } from '../records/changes-heard';
import { ExchangeSignals } from './exchange-signals';

/** Hears what other processes change, for what this one has counted. */
@Injectable()
export class ChangesElsewhere implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly signals: ExchangeSignals,
    private readonly changes: ChangesHeard,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // A worker shows no lists.
    if (this.config.ROLE === 'worker') return;
    await this.signals.listen(() => {
      this.changes.hear();
    });
  }
}
