import { Injectable } from '@nestjs/common';
import type { Country, Locale, Role } from '@soc-coop/contracts';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { normalEmail } from '../email';
import { CredentialsRepository } from '../passwords/credentials.repository';
import { AccountWritesRepository } from './account-writes.repository';
import { accountSearchKey, type WantedMembership } from './account.rules';

/** A person about to be entered. */
export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly country: Country;
  readonly locale: Locale;
  readonly memberships: readonly WantedMembership[];
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

/** Enters people with roles and password, in the ambient transaction and without asking for rights. */
@Injectable()
export class AccountRegister {
  constructor(
    private readonly accounts: AccountWritesRepository,
    private readonly credentials: CredentialsRepository,
  ) {}

  /** @throws DomainError directory.emailTaken */
  async add(person: NewPerson, at: Date): Promise<void> {
    const { id, givenName, familyName, country, locale } = person;
    const entered = await this.accounts.insert({
      id,
      email: normalEmail(person.email),
      givenName,
      familyName,
      searchKey: accountSearchKey(person),
      country,
      locale,
    });
    if (!entered) throw new DomainError('directory.emailTaken');
    await this.credentials.setHash(id, person.passwordHash, person.mustChangePassword, at);
    for (const membership of person.memberships)
      await this.accounts.insertMembership({ ...membership, id: newId(), accountId: id, country });
  }
}

/** The roles named in an audit event: ids and codes only. */
export const describeRoles = (
  memberships: readonly { readonly unitId: string; readonly role: Role }[],
): readonly { unit: string; role: Role }[] => memberships.map(({ unitId, role }) => ({ unit: unitId, role }));
