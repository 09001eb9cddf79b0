import { Injectable } from '@nestjs/common';
import { Policy } from '../../access';
import { Acts } from '../../platform/acts';
import { type Actor, actorUnit } from '../../platform/context';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { factsOf } from '../moves/exchange-rights';
import { ExchangeRepository } from '../records/exchange.repository';
import { ContentRepository } from './content.repository';
import type { ContentRow, FileLabel, ScannedFileRow } from './file.row';
import { FileRepository } from './file.repository';
import { FileVault } from './file-vault';
import { StoredFiles } from './stored-files';

/** A file on its way to its reader. */
export interface Download extends FileLabel {
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: AsyncGenerator<Buffer>;
}

/** Gives files out: to the two sides, each download one audit event. */
@Injectable()
export class DownloadFile {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly exchanges: ExchangeRepository,
    private readonly files: FileRepository,
    private readonly contents: ContentRepository,
    private readonly vault: FileVault,
    private readonly stored: StoredFiles,
  ) {}

  /**
   * A file of a message within reach, or of a draft of the own unit.
   * @throws DomainError access.signInRequired, file.notFound, also where it exists and is not the actor's to read;
   *   file.quarantined, file.infected
   */
  async download(actor: Actor, id: string): Promise<Download> {
    const resource = { type: 'file', id: isUuid(id) ? id : null };
    const { file, content } = await this.acts.view(
      actor,
      { action: 'file.download', resource },
      async (note) => {
        // Nobody learns from the difference between "sign in" and "not found" what exists.
        if (actor.kind === 'anonymous') throw new DomainError('access.signInRequired');
        const found = isUuid(id) ? await this.files.find(id) : null;
        if (found === null || !(await this.mayRead(actor, found))) throw new DomainError('file.notFound');
        note.detail({ exchange: found.exchangeId, message: found.messageId });
        return { file: found, content: await this.clean(found) };
      },
    );
    const label = this.vault.openLabel(file.id, file.sealed);
    const { mediaType, size } = file;
    return { ...label, mediaType, size, bytes: this.stored.openProved(content, label.sha256) };
  }

  private async mayRead(actor: Actor, file: ScannedFileRow): Promise<boolean> {
    const exchange = await this.exchanges.find(file.exchangeId);
    if (exchange === null || !this.policy.may(actor, 'exchange:downloadFile', factsOf(exchange)))
      return false;
    return file.messageId !== null || file.unitId === actorUnit(actor);
  }

  private async clean({ scan, contentId }: ScannedFileRow): Promise<ContentRow> {
    if (scan === 'PENDING') throw new DomainError('file.quarantined');
    if (scan === 'INFECTED') throw new DomainError('file.infected');
    const content = await this.contents.find(contentId);
    if (content === null) throw new DomainError('file.notFound');
    return content;
  }
}
