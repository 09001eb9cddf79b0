import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import type { Actor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { officeDay } from '../membership';
import { Policy } from '../policy';
import type { AccountRow } from './account.row';
import { AccountsRepository } from './accounts.repository';
import { factsOfAccount } from './accounts.service';

/** The people an administrator answers for. */
@Injectable()
export class ManagedAccounts {
  constructor(
    private readonly policy: Policy,
    private readonly accounts: AccountsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody whom the actor administers.
   * @throws DomainError directory.accountNotFound, access.forbidden
   */
  async find(actor: Actor, id: string): Promise<AccountRow> {
    const [account] = await this.accounts.findByIds([id], this.today());
    // People of another country are answered for like people who do not exist.
    if (account === undefined || !this.policy.may(actor, 'account:view', factsOfAccount(account))) {
      this.policy.require(actor, 'account:list');
      throw new DomainError('directory.accountNotFound');
    }
    this.policy.require(actor, 'account:manage', factsOfAccount(account));
    return account;
  }

  /**
   * The same for what nobody does to themselves.
   * @throws DomainError access.ownRights as well
   */
  async findOther(actor: Actor, id: string): Promise<AccountRow> {
    const account = await this.find(actor, id);
    if (isSelf(actor, account)) throw new DomainError('access.ownRights');
    return account;
  }

  now(): Date {
    return this.clock.now();
  }

  /** The day roles are judged by. */
  today(): string {
    return officeDay(this.clock.now());
  }
}

/** True where an act is about the one who does it. */
export const isSelf = (actor: Actor, { id }: AccountRow): boolean =>
  actor.kind === 'staff' && actor.accountId === id;
