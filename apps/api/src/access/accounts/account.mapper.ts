import { markLasting } from '../../platform/graphql';
import type { AccountModel, MembershipModel } from './account.model';
import type { MembershipRow, VisibleAccount } from './account.row';

const models = new WeakMap<VisibleAccount, AccountModel>();

/** What the schema shows of an account; of one view of it always the same. */
export const toAccountModel = (account: VisibleAccount): AccountModel => {
  const model = models.get(account) ?? markLasting(modelOf(account));
  models.set(account, model);
  return model;
};

const modelOf = (account: VisibleAccount): AccountModel => ({
  id: account.id,
  givenName: account.givenName,
  familyName: account.familyName,
  email: account.email,
  country: account.country,
  locale: account.locale,
  active: account.active,
  version: account.version,
});

/** What the schema shows of a membership. */
export const toMembershipModel = (row: MembershipRow): MembershipModel => ({
  id: row.id,
  role: row.role,
  since: row.since,
  until: row.until,
  unitId: row.unitId,
});
