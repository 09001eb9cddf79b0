import { Injectable } from '@nestjs/common';
import type { CreateAccountInput, MembershipInput, UpdateAccountInput } from '@soc-coop/dto';
import { type ActNote, Acts } from '../../platform/acts';
import type { Actor } from '../../platform/context';
import { newId } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { Policy } from '../policy';
import { AccountRegister, describeRoles } from './account-register';
import type { AccountRow } from './account.row';
import {
  accountSearchKey,
  isMembershipListInvalid,
  membershipChanges,
  type WantedMembership,
} from './account.rules';
import { AccountWritesRepository } from './account-writes.repository';
import { AccountsRepository } from './accounts.repository';
import { isSelf, ManagedAccounts } from './managed-accounts';
import { PasswordSetting } from './password-setting';

/** A person's account, and the password to begin with. */
export interface WithPassword {
  readonly id: string;
  readonly temporaryPassword: string;
}

/** Staff only: a partner system or the product itself has no country to administer. */
const countryOf = (actor: Actor): 'RO' | 'BG' => {
  if (actor.kind === 'staff') return actor.country;
  throw new DomainError(actor.kind === 'anonymous' ? 'access.signInRequired' : 'access.forbidden');
};

/** Administrators enter the people of their own country, give them roles and take them away. */
@Injectable()
export class ManageAccountsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly accounts: AccountsRepository,
    private readonly writes: AccountWritesRepository,
    private readonly register: AccountRegister,
    private readonly passwords: PasswordSetting,
    private readonly managed: ManagedAccounts,
  ) {}

  /** Enters a person. */
  async create(actor: Actor, input: CreateAccountInput): Promise<WithPassword> {
    const once = { key: input.idempotencyKey, input };
    const password = await this.passwords.temporary(actor, input.idempotencyKey);
    const id = await this.acts.perform(actor, { action: 'account.create', once }, async (note) => {
      const [accountId, country] = [newId(), countryOf(actor)];
      this.policy.require(actor, 'account:manage', { accountId, country, unitIds: [] });
      note.resource('account', accountId);
      const memberships = await this.wanted(input.memberships, country);
      note.detail({ granted: describeRoles(memberships) });
      const { email, givenName, familyName, locale } = input;
      await this.register.add(
        {
          id: accountId,
          email,
          givenName,
          familyName,
          country,
          locale,
          memberships,
          passwordHash: password.hash,
          mustChangePassword: true,
        },
        this.managed.now(),
      );
      return accountId;
    });
    return { id, temporaryPassword: password.text };
  }

  /** Changes a person; rights taken away are gone at the person's next request. */
  async update(actor: Actor, input: UpdateAccountInput): Promise<string> {
    const act = {
      action: 'account.update',
      resource: { type: 'account', id: input.id },
      once: { key: input.idempotencyKey, input },
    };
    return this.acts.perform(actor, act, async (note) => {
      const account = await this.managed.find(actor, input.id);
      const { memberships, active } = input;
      // Whoever gives rights does not give them to themselves, nor shuts the door behind them by mistake.
      if (isSelf(actor, account) && (memberships !== undefined || active !== undefined))
        throw new DomainError('access.ownRights');
      await this.writes.lockAdministrators(account.country);
      const hadAdministrator = await this.administrators(account);
      await this.writes.update(account.id, input.version, patchOf(account, input));
      if (memberships !== undefined) await this.replaceRoles(account, memberships, note);
      if (hadAdministrator > 0 && (await this.administrators(account)) === 0)
        throw new DomainError('directory.lastAdministrator');
      if (active === false) await this.passwords.endSessions(account.id);
      note.detail({ fromVersion: input.version, changed: changedIn(input) });
      return account.id;
    });
  }

  /** Gives a person a new password to begin with, and signs the person out everywhere. */
  async resetPassword(actor: Actor, id: string, idempotencyKey: string): Promise<WithPassword> {
    const act = {
      action: 'account.resetPassword',
      resource: { type: 'account', id },
      once: { key: idempotencyKey, input: { id } },
    };
    const password = await this.passwords.temporary(actor, idempotencyKey);
    await this.acts.perform(actor, act, async () => {
      const account = await this.managed.findOther(actor, id);
      await this.passwords.set(account, password.hash);
      return id;
    });
    return { id, temporaryPassword: password.text };
  }

  private async administrators({ country }: AccountRow): Promise<number> {
    return this.writes.countAdministrators(country, this.managed.today());
  }

  private async replaceRoles(
    account: AccountRow,
    inputs: readonly MembershipInput[],
    note: ActNote,
  ): Promise<void> {
    const wanted = await this.wanted(inputs, account.country);
    const held = await this.accounts.findMemberships([account.id], this.managed.today());
    const { add, end, prolong } = membershipChanges(held, wanted);
    for (const { id } of end) await this.writes.endMembership(id, this.managed.today());
    for (const { id, until } of prolong) await this.writes.setUntil(id, until);
    for (const membership of add)
      await this.writes.insertMembership({
        ...membership,
        id: newId(),
        accountId: account.id,
        country: account.country,
      });
    note.detail({ granted: describeRoles(add), ended: describeRoles(end) });
  }

  private async wanted(
    inputs: readonly MembershipInput[],
    country: AccountRow['country'],
  ): Promise<readonly WantedMembership[]> {
    const wanted = inputs.map(({ unit, role, since, until }) => ({
      unitId: unit,
      role,
      since: since ?? this.managed.today(),
      until: until ?? null,
    }));
    if (isMembershipListInvalid(wanted))
      throw new DomainError('request.invalid', { fields: ['memberships'] });
    const units = [...new Set(wanted.map(({ unitId }) => unitId))];
    if ((await this.accounts.countUnits(units, country)) !== units.length)
      throw new DomainError('directory.unitNotFound');
    return wanted;
  }
}

const patchOf = (account: AccountRow, input: UpdateAccountInput) => {
  const { givenName = account.givenName, familyName = account.familyName } = input;
  const { locale = account.locale, active = account.active } = input;
  return { givenName, familyName, locale, active, searchKey: accountSearchKey({ givenName, familyName }) };
};

/** The names of the members an update sets; the values stay out of the audit trail. */
const changedIn = ({ givenName, familyName, locale, active, memberships }: UpdateAccountInput): string[] =>
  Object.entries({ givenName, familyName, locale, active, memberships })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
