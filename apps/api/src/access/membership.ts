import type { Country, Role } from '@soc-coop/contracts';
import { localDateIn } from '@soc-coop/domain';

/** A role in a unit that holds today. */
export interface ActiveMembership {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly country: Country;
  readonly role: Role;
}

/** Both countries' offices keep this time. */
const ZONE = 'Europe/Bucharest';

/** The day on the offices' wall: memberships begin and end with it. */
export const officeDay = (now: Date): string => localDateIn(ZONE, now);

/**
 * The memberships of `account` that hold on a day, oldest first, as JSON. `day` names the parameter with the day.
 */
export const activeMemberships = (account: string, day: string): string => `(
  select coalesce(json_agg(json_build_object('id', m.id, 'unitId', m.unit_id, 'unitCode', u.code,
    'country', u.country, 'role', m.role) order by m.since, m.id), '[]')
  from membership m join unit u on u.id = m.unit_id
  where m.account_id = ${account} and m.since <= ${day}::date and (m.until is null or m.until >= ${day}::date))`;
