import { Injectable } from '@nestjs/common';
import type { RemoveDraftFileInput } from '@soc-coop/dto';
import { Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { officerOf } from '../moves/officer';
import { DraftRepository } from '../records/draft.repository';
import { DraftFiles } from './draft-files';
import { FileRepository } from './file.repository';

/** Takes files out of drafts. What was sent stays. */
@Injectable()
export class RemoveDraftFile {
  constructor(
    private readonly acts: Acts,
    private readonly drafts: DraftFiles,
    private readonly files: FileRepository,
    private readonly written: DraftRepository,
  ) {}

  /**
   * Gives back the id of the exchange. The bytes go with the next housekeeping, if no other file has the same.
   * @throws DomainError file.notFound, and what `DraftFiles.open` throws
   */
  async remove(actor: Actor, input: RemoveDraftFileInput): Promise<string> {
    const once = { key: input.idempotencyKey, input };
    const resource = { type: 'file', id: input.id };
    return this.acts.perform(actor, { action: 'file.remove', resource, once }, async (note) => {
      const { accountId, unitId } = officerOf(actor);
      const file = await this.files.find(input.id);
      if (file === null || file.messageId !== null || file.unitId !== unitId)
        throw new DomainError('file.notFound');
      await this.drafts.open(actor, file.exchangeId, file.part);
      if (!(await this.files.remove(file.id))) throw new DomainError('file.notFound');
      await this.written.addWriter(file, accountId);
      note.detail({ exchange: file.exchangeId, part: file.part });
      return file.exchangeId;
    });
  }
}
