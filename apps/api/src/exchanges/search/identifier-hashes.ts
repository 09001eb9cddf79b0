import { Injectable } from '@nestjs/common';
import { SEARCHED_IDENTIFIERS, type SearchedIdentifier } from '@soc-coop/contracts';
import { PersonVault } from '../subjects/person-vault';
import { compactOf } from '../subjects/subject-register';

/** The keyed hashes a number may have been kept under: for every kind it can be, by every listed key. */
@Injectable()
export class IdentifierHashes {
  constructor(private readonly vault: PersonVault) {}

  /** Of a number whose kind nobody said: an EGN and an LNCh look alike, and a hash of the wrong kind finds nothing. */
  ofAnyKind(value: string): string[] {
    return SEARCHED_IDENTIFIERS.flatMap((type) => this.of(type, value));
  }

  /** Of a number of one kind. */
  of(type: SearchedIdentifier, value: string): string[] {
    return this.vault.blindIndexes({ type, value: compactOf(type, value) });
  }
}
