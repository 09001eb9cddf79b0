import { PEOPLE } from './api/people';
import { askAsOwner } from './owner-database';

// A story is a whole journey, and the machine may be ten times slower than the one it was written on.
jest.setTimeout(600_000);

/**
 * Holds every file to leaving the officers that all share as it found them: the language a case is written in, the
 * lists somebody keeps, who may do what. A story that needs to change one of these has officers of its own, or enters
 * a newcomer. Without this, what fails is another story, on another day, in another order.
 */
const PROFILES = `
  select a.email, a.active, a.locale,
    (select string_agg(m.role || ' ' || m.unit_id, ',' order by m.role, m.unit_id)
      from membership m where m.account_id = a.id) as memberships,
    (select count(*)::int from saved_view v where v.owner_id = a.id) as "savedViews",
    (select md5(string_agg(p::text, '')) from account_password p where p.account_id = a.id) as password
  from account a
  where a.email = any($1)
  order by a.email`;

let found: object[];

const profiles = (): Promise<object[]> => askAsOwner<object>(PROFILES, [Object.values(PEOPLE)]);

beforeAll(async () => {
  found = await profiles();
});

afterAll(async () => {
  expect(await profiles()).toEqual(found);
});
