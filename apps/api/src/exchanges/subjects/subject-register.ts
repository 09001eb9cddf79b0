import { Injectable } from '@nestjs/common';
import {
  checkIdentifier,
  IDENTIFIER_TYPES,
  type IdentifierType,
  isIsoDate,
  nameKey,
  normaliseText,
  searchKey,
  transliterateBulgarian,
} from '@soc-coop/domain';
import { newId } from '../../platform/database';
import { PersonVault } from './person-vault';
import type { Identifier, SubjectBlock, SubjectRow } from './subject';
import { type BlindIndex, SubjectRepository } from './subject.repository';

/** A person with the sealed part opened. */
export interface Person {
  readonly row: SubjectRow;
  readonly block: SubjectBlock;
}

/** What an index may hold of a person: tolerant keys of the names, day of birth, keyed hashes of the numbers. */
export interface FindablePerson {
  readonly names: string;
  readonly birthDate: string | null;
  readonly blindIndexes: readonly string[];
}

export const isIdentifierType = (type: string): type is IdentifierType =>
  IDENTIFIER_TYPES.some((known) => known === type);

const textOf = (block: Record<string, unknown>, field: string): string => {
  const value = block[field];
  return typeof value === 'string' ? normaliseText(value) : '';
};

const textOrNull = (block: Record<string, unknown>, field: string): string | null =>
  textOf(block, field) || null;

/** The numbers of a person block, compact, those of kinds we do not know left as written. */
export const identifiersOf = (block: Record<string, unknown>): readonly Identifier[] => {
  const rows: unknown = block['identifiers'];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: Partial<Record<keyof Identifier, unknown>>): Identifier[] => {
    const { type, country, value } = row;
    if (typeof type !== 'string' || typeof value !== 'string') return [];
    if (country !== 'RO' && country !== 'BG') return [];
    return [{ type, country, value: compactOf(type, value) }];
  });
};

/** The form a number is kept and hashed in. */
export const compactOf = (type: string, value: string): string =>
  isIdentifierType(type) ? checkIdentifier(type, value).compact : value.trim();

/** Keeps the persons exchanges are about: names to be found by, everything else sealed. */
@Injectable()
export class SubjectRegister {
  /** What was opened of a row hangs on it: a row that is told once is opened once (docs/adr/0033). */
  private readonly opened = new WeakMap<SubjectRow, Person>();

  constructor(
    private readonly subjects: SubjectRepository,
    private readonly vault: PersonVault,
  ) {}

  /** Stores the person block of a request that is being sent; a type without a person stores none. */
  async keep(exchangeId: string, block: Record<string, unknown>): Promise<void> {
    if (textOf(block, 'familyName') === '') return;
    const id = newId();
    const names = namesOf(block);
    const sealed = this.vault.seal(id, { ...block, ...names });
    await this.subjects.insert({
      row: {
        id,
        exchangeId,
        ...names,
        patronymic: textOrNull(block, 'patronymic'),
        birthDate: textOrNull(block, 'birthDate'),
        sex: textOrNull(block, 'sex'),
        ...sealed,
      },
      searchKey: searchKeyOf(names, block),
      blindIndexes: this.blindIndexesOf(block),
    });
  }

  /** The keyed hashes of the numbers of a person block, by the current key. */
  blindIndexesOf(block: Record<string, unknown>): BlindIndex[] {
    return identifiersOf(block).map((identifier) => ({
      type: identifier.type,
      blindIndex: this.vault.blindIndex(identifier),
      keyId: this.vault.indexKeyId,
    }));
  }

  /** What a person who is not stored yet, the one of a draft, is found by. */
  findable(block: Record<string, unknown>): FindablePerson {
    const birthDate = textOf(block, 'birthDate');
    return {
      names: textOf(block, 'familyName') === '' ? '' : searchKeyOf(namesOf(block), block),
      birthDate: isIsoDate(birthDate) ? birthDate : null,
      blindIndexes: this.blindIndexesOf(block).map(({ blindIndex }) => blindIndex),
    };
  }

  /** The person of an exchange with the sealed part opened, or null. */
  async of(exchangeId: string): Promise<Person | null> {
    const row = await this.subjects.ofExchange(exchangeId);
    if (row === null) return null;
    const person = this.opened.get(row) ?? { row, block: this.vault.open(row.id, row) };
    this.opened.set(row, person);
    return person;
  }
}

type Names = Pick<SubjectRow, 'familyName' | 'givenName' | 'familyNameLatin' | 'givenNameLatin'>;

/** Where the officer gave no Latin form, the law's transliteration stands in; on Latin names it changes nothing. */
const namesOf = (block: Record<string, unknown>): Names => {
  const familyName = textOf(block, 'familyName');
  const givenName = textOf(block, 'givenName');
  return {
    familyName,
    givenName,
    familyNameLatin: textOf(block, 'familyNameLatin') || transliterateBulgarian(familyName),
    givenNameLatin: textOf(block, 'givenNameLatin') || transliterateBulgarian(givenName),
  };
};

/**
 * What a person is found by: the exact keys of every form of the name, then the tolerant ones that bring spellings
 * of both countries together.
 */
const searchKeyOf = (names: Names, block: Record<string, unknown>): string => {
  const whole = [names.givenName, textOf(block, 'patronymic'), names.familyName, textOf(block, 'birthName')];
  const latin = [names.givenNameLatin, names.familyNameLatin];
  const forms = [whole, latin].map((parts) => parts.filter((part) => part !== '').join(' '));
  return [...new Set(forms.flatMap((form) => [searchKey(form), nameKey(form)]))].join(' | ');
};
