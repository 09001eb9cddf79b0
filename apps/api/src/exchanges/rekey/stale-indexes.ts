import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../platform/crypto';
import type { RekeyedBatch, RekeyPart } from '../../platform/rekey';
import { ExchangeRepository } from '../records/exchange.repository';
import { SearchIndex } from '../search/search-index';
import { SubjectRegister } from '../subjects/subject-register';
import { SubjectRepository } from '../subjects/subject.repository';
import { RekeyRepository } from './rekey.repository';

/** Makes the keyed hashes anew that numbers are found by: in the register of persons, then in the search rows. */
@Injectable()
export class StaleIndexes {
  constructor(
    private readonly box: SecretBox,
    private readonly rows: RekeyRepository,
    private readonly register: SubjectRegister,
    private readonly subjects: SubjectRepository,
    private readonly exchanges: ExchangeRepository,
    private readonly search: SearchIndex,
  ) {}

  /** Hashes of the numbers of persons; the numbers come out of the sealed block for this moment only. */
  numbers(): RekeyPart {
    return {
      name: 'hashes of numbers',
      pending: async () => this.rows.countStaleSubjects(this.box.currentKeyId),
      batch: async (after, size) => {
        const ids = await this.rows.staleSubjects(this.box.currentKeyId, after, size);
        for (const { id, exchangeId } of ids) await this.indexAnew(id, exchangeId);
        return batchOf(ids.map(({ id }) => id));
      },
    };
  }

  /** Rows of the search, for drafts as well; rows the migration made get what only the application knows. */
  searches(): RekeyPart {
    return {
      name: 'search rows',
      pending: async () => this.rows.countStaleSearches(this.box.currentKeyId),
      batch: async (after, size) => {
        const ids = await this.rows.staleSearches(this.box.currentKeyId, after, size);
        // Locked one by one: what an officer saves meanwhile is indexed after it, never before.
        for (const id of ids) await this.search.refresh(await this.exchanges.getForMove(id));
        return batchOf(ids);
      },
    };
  }

  private async indexAnew(subjectId: string, exchangeId: string): Promise<void> {
    const person = await this.register.of(exchangeId);
    if (person === null) return;
    await this.rows.forgetNumbers(subjectId);
    await this.subjects.index(subjectId, this.register.blindIndexesOf(person.block));
  }
}

const batchOf = (ids: readonly string[]): RekeyedBatch | null => {
  const last = ids.at(-1);
  return last === undefined ? null : { last, rows: ids.length };
};
