import type { Role } from '@soc-coop/contracts';
import { sessionAt } from './session.facts';
import type { SessionRow } from './session.row';

const NOW = new Date('2026-03-02T08:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const membership = (unitId: string, role: Role) => ({
  id: `${unitId}-${role}`,
  unitId,
  unitCode: `RO-${unitId}`,
  country: 'RO' as const,
  role,
});
const row = (rest: Partial<SessionRow>): SessionRow => ({
  id: 'session',
  tokenHash: Buffer.alloc(32),
  accountId: 'account',
  unitId: 'a',
  proved: false,
  createdAt: ago(60),
  lastSeenAt: ago(10),
  expiresAt: new Date(NOW.getTime() + 11 * 3_600_000),
  email: 'elena@example.test',
  locale: 'ro',
  mustChangePassword: false,
  enrolled: false,
  memberships: [membership('a', 'CASEWORKER'), membership('b', 'APPROVER'), membership('a', 'INSPECTOR')],
  ...rest,
});

describe('what a session is worth', () => {
  it('acts with the roles of the acting unit alone', () => {
    expect(sessionAt(row({}), NOW)?.actor).toMatchObject({ unitId: 'a', roles: ['CASEWORKER', 'INSPECTOR'] });
    expect(sessionAt(row({ unitId: 'b' }), NOW)?.actor).toMatchObject({ unitId: 'b', roles: ['APPROVER'] });
  });

  it('goes on in another unit when the acting one is lost, and ends with the last role', () => {
    expect(sessionAt(row({ unitId: 'gone' }), NOW)?.actor.unitId).toBe('a');
    expect(sessionAt(row({ memberships: [] }), NOW)).toBeNull();
  });

  it('has no role before every factor is proved', () => {
    const session = sessionAt(row({ enrolled: true }), NOW);
    expect(session).toMatchObject({ stage: 'second-factor', actor: { roles: [] } });
  });

  it('asks for a second factor because of a role in any unit, not only the acting one', () => {
    const memberships = [membership('a', 'CASEWORKER'), membership('b', 'ADMINISTRATOR')];
    expect(sessionAt(row({ memberships }), NOW)).toMatchObject({
      stage: 'enrol-second-factor',
      compulsory: true,
    });
    expect(sessionAt(row({ memberships, enrolled: true, proved: true }), NOW)?.stage).toBe('full');
  });

  it('ends 30 minutes after it was seen, and never later than its longest time', () => {
    expect(sessionAt(row({}), NOW)?.endsAt).toEqual(new Date(NOW.getTime() + 30 * 60_000));
    expect(sessionAt(row({ lastSeenAt: ago(0.5) }), NOW)?.endsAt).toEqual(
      new Date(NOW.getTime() + 29.5 * 60_000),
    );
    const expiresAt = new Date(NOW.getTime() + 60_000);
    expect(sessionAt(row({ expiresAt }), NOW)?.endsAt).toEqual(expiresAt);
  });
});
