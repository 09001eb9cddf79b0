import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { systemActor } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import { FileScanner } from '../../platform/files';
import { Logger } from '../../platform/log';
import { ContentRepository } from './content.repository';
import type { ContentRow } from './file.row';
import { StoredFiles } from './stored-files';

const SCANNER = systemActor('file-scanner');
/** Files looked at before others get their turn again. */
const AT_ONCE = 20;

/**
 * Holds every file until a scanner has called it clean. A scanner that does not answer lets nothing through: the
 * files wait, and a job asks again.
 */
@Injectable()
export class Quarantine implements OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: ContentRepository,
    private readonly stored: StoredFiles,
    private readonly scanner: FileScanner,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Has the waiting files looked at soon; what goes wrong stands in the log and is the job's to do again. */
  hurry(): void {
    this.again = true;
    this.running ??= this.work().finally(() => {
      this.running = null;
    });
  }

  /** Looks at the files that wait, once; says how many were judged. */
  async settle(): Promise<number> {
    const waiting = await this.unitOfWork.run(SCANNER, () => this.contents.unscanned(AT_ONCE));
    let judged = 0;
    for (const content of waiting) if (await this.judge(content)) judged += 1;
    return judged;
  }

  async onApplicationShutdown(): Promise<void> {
    this.again = false;
    await this.running;
  }

  private async work(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        // A full round may have left some behind.
        if ((await this.settle()) === AT_ONCE) this.again = true;
      } catch (error) {
        this.logger.failure(error);
      }
    }
  }

  /** One file; a scanner that fails on it must not keep the others waiting. */
  private async judge(content: ContentRow): Promise<boolean> {
    try {
      const verdict = await this.scanner.scan(await this.stored.open(content));
      const scan = verdict.clean ? 'CLEAN' : 'INFECTED';
      const resource = { type: 'exchange', id: content.exchangeId };
      return await this.acts.perform(SCANNER, { action: 'file.scan', resource }, async (note) => {
        const threat = verdict.clean ? {} : { threat: verdict.threat.slice(0, 100) };
        note.detail({ content: content.id, scan, scanner: this.scanner.name, ...threat });
        return this.contents.judge(content.id, scan, this.scanner.name, this.clock.now());
      });
    } catch (error) {
      this.logger.failure(error);
      return false;
    }
  }
}
