/** A role that holds on a day; `day` names the parameter with the day. */
export const holdsOn = (day: string): string =>
  `m.since <= ${day}::date and (m.until is null or m.until >= ${day}::date)`;

/**
 * Accounts `a` as `AccountRow` on a day; also for statements of other rooms that read people along with their own
 * rows. What of a row may be shown, `AccountsService.visible` decides.
 */
export const selectAccounts = (day: string): string =>
  `select a.id, a.given_name as "givenName", a.family_name as "familyName",
  a.email, a.search_key as "searchKey", a.country, a.locale, a.active, a.version,
  array(select distinct m.unit_id from membership m where m.account_id = a.id and ${holdsOn(day)}) as "unitIds"
  from account a`;
