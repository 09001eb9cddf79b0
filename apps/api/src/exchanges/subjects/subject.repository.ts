import { Injectable } from '@nestjs/common';
import { Database, type ReadStatement } from '../../platform/database';
import type { SubjectRow } from './subject';

const COLUMNS = `id, exchange_id as "exchangeId", family_name as "familyName", given_name as "givenName", patronymic,
  family_name_latin as "familyNameLatin", given_name_latin as "givenNameLatin",
  birth_date::text as "birthDate", sex, wrapped_key as "wrappedKey", sealed`;

/** The person of an exchange ($1), sealed. */
export const SUBJECT_OF: ReadStatement = {
  text: `select ${COLUMNS} from subject where exchange_id = $1`,
  instants: [],
};

/** The keyed hash of one number, with the name of the key that made it. */
export interface BlindIndex {
  readonly type: string;
  readonly blindIndex: string;
  readonly keyId: string;
}

/** A subject to store: the row, the key it is searched by, and the keyed hashes of its numbers. */
export interface NewSubject {
  readonly row: SubjectRow;
  readonly searchKey: string;
  readonly blindIndexes: readonly BlindIndex[];
}

/** Stores the person an exchange is about; within reach exactly where the exchange is. */
@Injectable()
export class SubjectRepository {
  constructor(private readonly database: Database) {}

  /** The person of an exchange, or null. */
  async ofExchange(exchangeId: string): Promise<SubjectRow | null> {
    return this.database.one<SubjectRow>(SUBJECT_OF, [exchangeId]);
  }

  /** Adds the person of an exchange when its request is sent. */
  async insert({ row, searchKey, blindIndexes }: NewSubject): Promise<void> {
    await this.database.execute(
      `insert into subject (id, exchange_id, family_name, given_name, patronymic, family_name_latin,
         given_name_latin, birth_date, sex, search_key, wrapped_key, sealed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        row.id,
        row.exchangeId,
        row.familyName,
        row.givenName,
        row.patronymic,
        row.familyNameLatin,
        row.givenNameLatin,
        row.birthDate,
        row.sex,
        searchKey,
        row.wrappedKey,
        row.sealed,
      ],
    );
    await this.index(row.id, blindIndexes);
  }

  /** Adds the keyed hashes of a person's numbers. */
  async index(subjectId: string, blindIndexes: readonly BlindIndex[]): Promise<void> {
    for (const { type, blindIndex, keyId } of blindIndexes)
      await this.database.execute(
        `insert into subject_identifier (subject_id, type, blind_index, key_id) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [subjectId, type, blindIndex, keyId],
      );
  }
}
