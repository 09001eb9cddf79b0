import { FakeClock } from '@soc-coop/testing';
import { DataSource } from 'typeorm';
import { staff } from '../../test/support/staff';
import { testPlatform, type TestPlatform } from '../../test/support/platform';
import { Policy } from '../access';
import { PolicyUnitRights } from '../access/policy-unit-rights';
import { CoverageService } from '../agreements';
import { AgreementsRepository } from '../agreements/agreements.repository';
import { UnitsService } from '../directory';
import { UnitsRepository } from '../directory/units.repository';
import { Acts } from '../platform/acts';
import { AuditRepository } from '../platform/audit/audit.repository';
import type { StaffActor } from '../platform/context';
import { Database, newId, UnitOfWork } from '../platform/database';
import { IdempotencyRepository } from '../platform/idempotency/idempotency.repository';
import { Once } from '../platform/idempotency/once';
import { seedReference, withSeeding } from '../seed';
import { EnrolmentsRepository } from './enrolments.repository';
import { EnrolmentsService } from './enrolments.service';

const PEOPLE = 40;
const clock = new FakeClock('2026-11-23T08:00:00Z');

describe('many people who want the last seats', () => {
  let platform: TestPlatform;
  let second: DataSource;
  let people: StaffActor[];
  /** The same service in two processes: each has connections of its own. */
  let processes: [EnrolmentsService, EnrolmentsService];

  const service = (dataSource: DataSource): EnrolmentsService => {
    const database = new Database();
    const once = new Once(new IdempotencyRepository(database));
    const acts = new Acts(new UnitOfWork(dataSource), new AuditRepository(database), once, clock);
    const policy = new Policy();
    const units = new UnitsService(acts, new PolicyUnitRights(policy), new UnitsRepository(database));
    const coverage = new CoverageService(acts, new AgreementsRepository(database), units, clock);
    return new EnrolmentsService(acts, policy, new EnrolmentsRepository(database), coverage, clock);
  };

  const session = async (seats: number, startsOn = '2027-03-12'): Promise<string> => {
    const id = newId();
    await platform.behind(
      `insert into training_session (id, code, course_id, unit_id, title_ro, title_bg, title_en, starts_on, ends_on,
         place, languages, seats)
       select $1, $2, course.id, unit.id, 'x', 'x', 'x', $3, $3, 'x', '{ro}', $4 from course, unit
       where course.code = 'C-SB-DB' and unit.code = 'RO-AJPIS-CT'`,
      [id, id, startsOn, seats],
    );
    return id;
  };
  const seatsOf = async (id: string): Promise<unknown> => {
    const [row] = await platform.behind(
      `select enrolled, (select count(*)::int from enrolment where session_id = session.id and status = 'ENROLLED')
         as active from training_session session where id = $1`,
      [id],
    );
    return row;
  };
  const tally = (results: readonly PromiseSettledResult<unknown>[]): Record<string, number> => {
    const ends = results.map((result) =>
      result.status === 'fulfilled'
        ? 'done'
        : ((result.reason as { code?: string }).code ?? String(result.reason)),
    );
    return Object.fromEntries(
      [...new Set(ends)].map((end) => [end, ends.filter((one) => one === end).length]),
    );
  };
  const enrol = (index: number, id: string, idempotencyKey = newId()) =>
    processes[index % 2]!.enrol(people[index]!, { session: id, idempotencyKey });
  const cancel = (index: number, id: string) =>
    processes[(index + 1) % 2]!.cancel(people[index]!, { session: id, idempotencyKey: newId() });

  beforeAll(async () => {
    platform = await testPlatform();
    await withSeeding(platform.ownerUrl, seedReference);
    second = await new DataSource({ ...platform.dataSource.options }).initialize();
    processes = [service(platform.dataSource), service(second)];
    const [unit] = await platform.behind<{ id: string; code: string }>(
      `select id, code from unit where code = 'RO-AJPIS-CT'`,
    );
    people = Array.from({ length: PEOPLE }, () => staff(unit!, 'CASEWORKER'));
    await platform.behind(
      `insert into account (id, email, given_name, family_name, search_key, country, locale)
       select id, id || '@ct.ajpis.example', 'N', 'N', 'n n', 'RO', 'ro' from unnest($1::uuid[]) as id`,
      [people.map(({ accountId }) => accountId)],
    );
  });
  afterAll(async () => {
    await second.destroy();
    await platform.close();
  });

  it('fill the seats exactly, and everybody else is told how many there were', async () => {
    const id = await session(7);
    const results = await Promise.allSettled(people.map((_, index) => enrol(index, id)));
    expect(tally(results)).toEqual({ done: 7, 'training.full': PEOPLE - 7 });
    expect(await seatsOf(id)).toEqual({ enrolled: 7, active: 7 });
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ params: { seats: 7 } });
    const [audited] = await platform.behind(
      `select count(*) filter (where outcome = 'ALLOWED')::int as allowed,
         count(*) filter (where outcome = 'REFUSED')::int as refused from audit_event where resource_id = $1`,
      [id],
    );
    expect(audited).toEqual({ allowed: 7, refused: PEOPLE - 7 });
  });

  it('get one seat each, however often one of them asks at once', async () => {
    const id = await session(10);
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, turn) =>
        processes[turn % 2]!.enrol(people[0]!, { session: id, idempotencyKey: newId() }),
      ),
    );
    expect(tally(results)).toEqual({ done: 1, 'training.alreadyEnrolled': 11 });
    expect(await seatsOf(id)).toEqual({ enrolled: 1, active: 1 });
  });

  it('get the first answer again for the same request, sent many times at once', async () => {
    const id = await session(10);
    const key = newId();
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, turn) =>
        processes[turn % 2]!.enrol(people[1]!, { session: id, idempotencyKey: key }),
      ),
    );
    expect(tally(results)).toEqual({ done: 10 });
    expect(await seatsOf(id)).toEqual({ enrolled: 1, active: 1 });
  });

  it('never sit on more seats than there are while others come and go', async () => {
    const id = await session(5);
    await Promise.allSettled(
      people.flatMap((_, index) => [
        enrol(index, id).then(() => cancel(index, id)),
        enrol(index, id).then(() => undefined),
        cancel(index, id),
      ]),
    );
    const seats = (await seatsOf(id)) as { enrolled: number; active: number };
    expect(seats.enrolled).toBe(seats.active);
    expect(seats.enrolled).toBeLessThanOrEqual(5);
  });

  it('get a seat that was given back, and stay on record when they gave it back', async () => {
    const id = await session(1);
    await enrol(0, id);
    await expect(enrol(1, id)).rejects.toMatchObject({ code: 'training.full' });
    await expect(enrol(0, id)).rejects.toMatchObject({ code: 'training.alreadyEnrolled' });
    await cancel(0, id);
    await enrol(1, id);
    await cancel(1, id);
    await enrol(1, id);
    expect(await seatsOf(id)).toEqual({ enrolled: 1, active: 1 });
    const kept = await platform.behind(`select status from enrolment where session_id = $1 order by status`, [
      id,
    ]);
    expect(kept).toEqual([{ status: 'CANCELLED' }, { status: 'CANCELLED' }, { status: 'ENROLLED' }]);
  });

  it('come too late on the first day', async () => {
    const id = await session(5, '2026-11-24');
    await enrol(0, id);
    clock.set('2026-11-23T22:30:00Z');
    await expect(enrol(1, id)).rejects.toMatchObject({ code: 'training.enrolmentClosed' });
    await expect(cancel(0, id)).rejects.toMatchObject({ code: 'training.enrolmentClosed' });
    clock.set('2026-11-23T08:00:00Z');
  });

  it('cannot give back what they do not have, nor sit where nothing is held', async () => {
    const id = await session(5);
    await expect(cancel(0, id)).rejects.toMatchObject({ code: 'training.notEnrolled' });
    for (const unknown of [newId(), 'not-an-id'])
      await expect(enrol(0, unknown)).rejects.toMatchObject({ code: 'training.sessionNotFound' });
  });

  it('are stopped by the database itself when code forgets to count', async () => {
    const id = await session(2);
    const over = platform.behind('update training_session set enrolled = 3 where id = $1', [id]);
    await expect(over).rejects.toMatchObject({ driverError: { code: '23514' } });
  });
});
