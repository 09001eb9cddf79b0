import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors';
import { type GraphqlContext, loaderOf } from '../../platform/graphql';
import { toAccountModel, toMembershipModel } from './account.mapper';
import type { AccountModel, MembershipModel } from './account.model';
import { AccountsService } from './accounts.service';

const ACCOUNT = Symbol('account');
const SECOND_FACTOR = Symbol('account second factor');
const MEMBERSHIPS = Symbol('account memberships');

/** People and their roles, one query per kind however many rows a page has. */
@Injectable()
export class AccountLoader {
  constructor(private readonly accounts: AccountsService) {}

  /** The account with this id as the caller may see it; null when there is none. */
  async find(context: GraphqlContext, id: string): Promise<AccountModel | null> {
    const load = async (ids: readonly string[]): Promise<(AccountModel | null)[]> =>
      (await this.accounts.byIds(ids)).map((row) => (row === undefined ? null : toAccountModel(row)));
    return loaderOf(context, ACCOUNT, load).load(id);
  }

  /** @throws DomainError directory.accountNotFound */
  async get(context: GraphqlContext, id: string): Promise<AccountModel> {
    const account = await this.find(context, id);
    if (account === null) throw new DomainError('directory.accountNotFound');
    return account;
  }

  /** The roles of a person the caller may know. */
  async memberships(context: GraphqlContext, id: string): Promise<MembershipModel[]> {
    const load = async (ids: readonly string[]): Promise<MembershipModel[][]> =>
      (await this.accounts.membershipsOf(ids)).map((rows) => rows.map(toMembershipModel));
    return loaderOf(context, MEMBERSHIPS, load).load(id);
  }

  /** Whether a person has a second factor; null for who may not know. */
  async secondFactor(context: GraphqlContext, id: string): Promise<boolean | null> {
    const load = (ids: readonly string[]): Promise<(boolean | null)[]> => this.accounts.secondFactorsOf(ids);
    return loaderOf(context, SECOND_FACTOR, load).load(id);
  }
}
