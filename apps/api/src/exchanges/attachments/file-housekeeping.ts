import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { systemActor } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import type { ScheduledJob } from '../../platform/jobs/jobs';
import { FileRecords } from './file-records';
import type { UploadRow } from './file.row';
import { Quarantine } from './quarantine';
import { StoredFiles } from './stored-files';

const HOUSEKEEPER = systemActor('file-housekeeping');
const AT_ONCE = 100;
/** An upload that was being finished when its time ran out gets this long to get through. */
const GRACE_MS = 3_600_000;

/** Removes what nobody comes back for: uploads that broke off, drafts that ended, contents without a file. */
@Injectable()
export class FileHousekeeping {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: FileRecords,
    private readonly stored: StoredFiles,
    private readonly quarantine: Quarantine,
    private readonly clock: Clock,
  ) {}

  /** The jobs files need: the quarantine every minute, the broom every ten. */
  jobs(): readonly ScheduledJob[] {
    return [
      { name: 'file-scan', cron: '* * * * *', actsByClock: false, run: async () => this.scan() },
      { name: 'file-housekeeping', cron: '*/10 * * * *', actsByClock: true, run: async () => this.run() },
    ];
  }

  /** A process begins: what one that ended in the middle has left in quarantine need not wait for the next minute. */
  begin(): void {
    this.quarantine.hurry();
  }

  /** Files no process has had scanned: it was stopped, or the scanner was away. */
  private async scan(): Promise<void> {
    await this.quarantine.settle();
  }

  /** One round; may be stopped anywhere and begun again. */
  async run(): Promise<void> {
    await this.removeExpiredUploads();
    await this.unitOfWork.run(HOUSEKEEPER, () => this.records.files.removeAbandoned());
    await this.removeUnusedContents();
  }

  /** Objects first, then the row that knows of them: a crash in between leaves the row, and the next round. */
  private async removeExpiredUploads(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    const expired = await this.unitOfWork.run(HOUSEKEEPER, () =>
      this.records.uploads.expired(before, AT_ONCE),
    );
    for (const upload of expired) {
      await this.stored.forgetParts(upload.id);
      if (!(await this.isContent(upload))) await this.stored.forget(upload.id);
      await this.unitOfWork.run(HOUSEKEEPER, () => this.records.uploads.remove(upload.id));
    }
  }

  /** A content has the id of the upload it came by; an upload equal to an earlier one left an object of its own. */
  private async isContent({ id }: UploadRow): Promise<boolean> {
    return (await this.unitOfWork.run(HOUSEKEEPER, () => this.records.contents.find(id))) !== null;
  }

  /** Row first: with it goes the key, and what is left in the store after a crash is noise. */
  private async removeUnusedContents(): Promise<void> {
    const ids = await this.unitOfWork.run(HOUSEKEEPER, () => this.records.contents.removeUnused(AT_ONCE));
    for (const id of ids) await this.stored.forget(id);
  }
}
