import { Injectable } from '@nestjs/common';
import { Database, prepared } from '../../platform/database';
import type { FindablePerson } from '../subjects/subject-register';

/** What the rows of one exchange are made of, beside what the database reads itself. */
export interface IndexEntry {
  readonly exchangeId: string;
  readonly words: string;
  readonly fileNumber: string | null;
  readonly person: FindablePerson;
  readonly keyId: string;
}

/** Writes the search rows, by the one function that may. */
@Injectable()
export class SearchIndexRepository {
  constructor(private readonly database: Database) {}

  /** Brings the rows of an exchange up to date: one per unit that may see it, none for others. It travels with COMMIT. */
  refresh({ exchangeId, words, fileNumber, person, keyId }: IndexEntry): void {
    this.database.send(prepared('select soc_refresh_search($1, $2, $3, $4, $5, $6, $7)'), [
      exchangeId,
      words,
      fileNumber,
      person.names,
      person.birthDate,
      person.blindIndexes,
      keyId,
    ]);
  }
}
