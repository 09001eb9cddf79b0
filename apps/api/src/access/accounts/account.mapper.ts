import type { AccountModel, MembershipModel } from './account.model';
import type { MembershipRow, VisibleAccount } from './account.row';

/** What the schema shows of an account. */
export const toAccountModel = (account: VisibleAccount): AccountModel => ({
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
