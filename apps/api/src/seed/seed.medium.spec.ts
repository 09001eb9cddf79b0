import { testPlatform, type TestPlatform } from '../../test/support/platform';
import { COUNTRIES, ROLES } from '@soc-coop/contracts';
import { holidays, organisations, territories } from '@soc-coop/reference';
import { FakeClock } from '@soc-coop/testing';
import { randomBytes } from 'node:crypto';
import { PasswordHasher } from '../access';
import { SecretBox } from '../platform/crypto';
import { demoPassword, demoPeople, demoSecret } from './demonstration';
import { seedDemoFourEyes } from './four-eyes.seed';
import { demoSignIns, seedDemonstration } from './seed-demonstration';
import { seedReference } from './seed-reference';
import { withSeeding } from './seeding';

const box = new SecretBox([{ id: 'test', key: randomBytes(32) }]);
const clock = new FakeClock('2026-11-23T08:00:00Z');

describe('loading data', () => {
  let platform: TestPlatform;
  const reference = () => withSeeding(platform.ownerUrl, seedReference, clock);
  const demonstration = () =>
    withSeeding(platform.ownerUrl, (seeding) => seedDemonstration(seeding, box), clock);
  const count = async (table: string): Promise<number> => {
    const [row] = await platform.behind<{ count: number }>(`select count(*)::int as count from ${table}`);
    return row!.count;
  };

  beforeEach(async () => {
    platform = await testPlatform();
  });
  afterEach(async () => {
    await platform.close();
  });

  it('fills the directory, the calendar, the register and the catalogue', async () => {
    const counts = await reference();
    expect(counts).toMatchObject({ units: organisations.length, agreements: 1 });
    expect(await count('territory')).toBe(territories.length);
    expect(await count('working_calendar_day')).toBe(holidays.length);
    expect(await count('agreement_term')).toBe(14);
    expect(await count('country')).toBe(COUNTRIES.length);
    const [tree] = await platform.behind(
      `select count(*) filter (where parent.code = 'RO-ANPIS')::int as ro,
         count(*) filter (where parent.code = 'BG-ASA')::int as bg
       from unit join unit parent on parent.id = unit.parent_id`,
    );
    expect(tree).toEqual({ ro: 42, bg: 28 });
  });

  it('writes nothing the second time, and one audit event each time', async () => {
    await reference();
    expect(await reference()).toEqual({ territories: 0, units: 0, codes: 0, agreements: 0, courses: 0 });
    expect(await platform.behind(`select action, outcome, actor_id from audit_event`)).toEqual([
      { action: 'seed.reference', outcome: 'ALLOWED', actor_id: 'seed' },
      { action: 'seed.reference', outcome: 'ALLOWED', actor_id: 'seed' },
    ]);
  });

  it('leaves to administrators what they changed, and mends reference data', async () => {
    await reference();
    await platform.behind(
      `update unit set short_name_en = 'changed by hand', active = false where code = 'RO-AJPIS-CT'`,
    );
    await platform.behind(`update territory set name_en = 'wrong' where code = 'RO-CT'`);
    expect(await reference()).toMatchObject({ units: 0, territories: 1 });
    expect(
      await platform.behind(`select short_name_en, active from unit where code = 'RO-AJPIS-CT'`),
    ).toEqual([{ short_name_en: 'changed by hand', active: false }]);
    expect(await platform.behind(`select name_en from territory where code = 'RO-CT'`)).toEqual([
      { name_en: 'Constanța' },
    ]);
  });

  it('loads the demonstration once, however often and from however many processes it is asked to', async () => {
    await reference();
    await Promise.all([demonstration(), demonstration()]);
    const before = await platform.behind('select account_id, hash from account_password order by account_id');
    await demonstration();
    expect(await count('account')).toBe(demoPeople.length);
    expect(
      await platform.behind('select account_id, hash from account_password order by account_id'),
    ).toEqual(before);
    expect(await count('training_session')).toBe(5);
  });

  it('gives everybody a password that works, and the second factor where the role asks for one', async () => {
    await reference();
    await demonstration();
    const hasher = new PasswordHasher();
    const person = demoPeople.find(({ email }) => email === 'desislava.todorova@asp.example')!;
    const [stored] = await platform.behind<{ id: string; hash: string; sealed: string }>(
      `select account.id, hash, sealed_secret as sealed from account join account_password on account_id = account.id
       join second_factor on second_factor.account_id = account.id where email = $1`,
      [person.email],
    );
    expect(await hasher.turn(() => hasher.verify(stored!.hash, demoPassword(person)))).toBe(true);
    expect(box.open('second-factor', stored!.id, stored!.sealed)).toEqual(demoSecret(person));
    const withFactor = demoSignIns().filter(({ totpSecret }) => totpSecret !== undefined);
    expect([...new Set(withFactor.map(({ role }) => role))].sort()).toEqual(['ADMINISTRATOR', 'AUDITOR']);
    expect(demoSignIns().every(({ email }) => email.endsWith('.example'))).toBe(true);
  });

  it('shows a missing, an expiring and an expired certificate, and sessions nearly full', async () => {
    await reference();
    await demonstration();
    const held = await platform.behind<{ email: string; expires: string }>(
      `select email, expires_on::text as expires from account left join certificate on account_id = account.id
       where email in ('andrei.marin@ct.ajpis.example', 'ivan.petrov@dob.asp.example',
         'rositsa.angelova@sls.asp.example') order by email`,
    );
    expect(held.map(({ expires }) => expires)).toEqual([null, '2026-12-23', '2026-11-03']);
    const seats = await platform.behind(
      `select seats, enrolled, (select count(*)::int from enrolment where session_id = session.id) as listed
       from training_session session order by starts_on limit 2`,
    );
    expect(seats).toEqual([
      { seats: 8, enrolled: 7, listed: 7 },
      { seats: 6, enrolled: 5, listed: 5 },
    ]);
  });

  it('has at least forty people: every role in both countries, somebody for cases in every county and district', async () => {
    await reference();
    await demonstration();
    expect(await count('account')).toBeGreaterThanOrEqual(40);
    const held = await platform.behind<{ country: string; role: string }>(
      'select distinct country, role from membership',
    );
    for (const country of COUNTRIES)
      expect(new Set(held.filter((row) => row.country === country).map(({ role }) => role))).toEqual(
        new Set(ROLES),
      );
    const [offices] = await platform.behind(
      `select count(distinct u.id)::int as offices from unit u join membership m on m.unit_id = u.id
         join certificate c on c.account_id = m.account_id and c.kind = 'BEN' and c.expires_on > '2026-11-23'
       where m.role = 'CASEWORKER' and u.kind in ('COUNTY_AGENCY', 'REGIONAL_DIRECTORATE')`,
    );
    expect(offices).toEqual({ offices: 15 });
  });

  it('lets one office on each side ask for a second officer, who is there', async () => {
    await reference();
    await demonstration();
    await seedDemoFourEyes(platform.settings);
    const rows = await platform.behind(
      `select u.country, u.code, count(*)::int as approvers from unit u
         join membership m on m.unit_id = u.id and m.role = 'APPROVER'
       where u.four_eyes group by u.country, u.code order by u.country`,
    );
    expect(rows).toEqual([
      { country: 'BG', code: 'BG-RDSA-VRC', approvers: 1 },
      { country: 'RO', code: 'RO-AJPIS-DJ', approvers: 1 },
    ]);
    await platform.behind('update unit set four_eyes = false');
    await seedDemoFourEyes(platform.settings);
    expect(await count('unit where four_eyes')).toBe(0);
  });

  it('plans the next session when the last of a series has passed', async () => {
    await reference();
    await demonstration();
    const later = new FakeClock('2027-02-01T08:00:00Z');
    await withSeeding(platform.ownerUrl, (seeding) => seedDemonstration(seeding, box), later);
    const [row] = await platform.behind(
      `select count(*)::int as upcoming from training_session where starts_on > '2027-02-01'`,
    );
    expect(row).toEqual({ upcoming: 5 });
  });

  it('never enters a database real people work in', async () => {
    await reference();
    await platform.behind(
      `insert into account (id, email, given_name, family_name, search_key, country, locale)
       values (gen_random_uuid(), 'somebody@anpis.example', 'S', 'B', 's b', 'RO', 'ro')`,
    );
    await expect(demonstration()).rejects.toMatchObject({ code: 'directory.holdsRealData' });
    expect(await count('account')).toBe(1);
    expect(await platform.behind(`select reason from audit_event where outcome = 'REFUSED'`)).toEqual([
      { reason: 'directory.holdsRealData' },
    ]);
  });
});
