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
  /** Where the last round ended, if it was full: files the scanner fails on must not keep the others waiting for ever. */
  private after: string | null = null;

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
    this.running ??= this.work();
  }

  /** Looks at some of the files that wait, once, each in its turn; says how many were judged. */
  async settle(): Promise<number> {
    const waiting = await this.next();
    let judged = 0;
    for (const content of waiting) if (await this.judge(content)) judged += 1;
    return judged;
  }

  async onApplicationShutdown(): Promise<void> {
    this.again = false;
    await this.running;
  }

  /** The files whose turn it is. */
  private async next(): Promise<readonly ContentRow[]> {
    const { after } = this;
    const waiting = await this.unitOfWork.run(SCANNER, async () => {
      const later = await this.contents.unscanned(AT_ONCE, after);
      return later.length > 0 || after === null ? later : this.contents.unscanned(AT_ONCE, null);
    });
    this.after = waiting.length === AT_ONCE ? (waiting.at(-1)?.id ?? null) : null;
    return waiting;
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
    // In the same breath as the last look at `again`: who hurries from now on begins anew.
    this.running = null;
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
