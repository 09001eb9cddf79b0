import { Injectable } from '@nestjs/common';
import { searchKey, searchWords } from '@soc-coop/domain';
import { DraftRepository } from '../records/draft.repository';
import type { ExchangeRow } from '../records/exchange.row';
import { PersonVault } from '../subjects/person-vault';
import { type FindablePerson, SubjectRegister } from '../subjects/subject-register';
import { exchangeType } from '../types/exchange-types';
import { SearchIndexRepository } from './search-index.repository';

/** What the index must know of an exchange that the database does not read itself. */
export type Indexed = Pick<
  ExchangeRow,
  'id' | 'typeCode' | 'formVersion' | 'nationalFileNumber' | 'state' | 'sentAt'
>;

const NOBODY: FindablePerson = { names: '', birthDate: null, blindIndexes: [] };

/** The words of a type's title in every language. */
export const typeWords = ({
  typeCode,
  formVersion,
}: Pick<ExchangeRow, 'typeCode' | 'formVersion'>): string => {
  const title = exchangeType(typeCode, formVersion)?.title;
  return title === undefined ? '' : [...new Set(Object.values(title).flatMap(searchWords))].join(' ');
};

/**
 * Keeps what searches find. Whoever changes an exchange calls `refresh` in the same transaction, after the change;
 * the rows then say how the exchange stands and which units may see it, whatever the change was.
 */
@Injectable()
export class SearchIndex {
  constructor(
    private readonly index: SearchIndexRepository,
    private readonly drafts: DraftRepository,
    private readonly subjects: SubjectRegister,
    private readonly vault: PersonVault,
  ) {}

  /** Writes the rows of an exchange anew. */
  async refresh(exchange: Indexed): Promise<void> {
    const person = exchange.sentAt === null ? await this.personOfDraft(exchange) : NOBODY;
    this.index.refresh({
      exchangeId: exchange.id,
      words: typeWords(exchange),
      fileNumber: exchange.nationalFileNumber === null ? null : searchKey(exchange.nationalFileNumber),
      person,
      keyId: this.vault.indexKeyId,
    });
  }

  /** The person of a sent exchange is read by the database; the one of a draft is sealed, and opened here. */
  private async personOfDraft({ id, state }: Indexed): Promise<FindablePerson> {
    if (state === 'DELETED') return NOBODY;
    const draft = await this.drafts.find({ exchangeId: id, part: 'REQUEST' });
    return draft === null ? NOBODY : this.subjects.findable(draft.subject);
  }
}
