import {
  accountSearchKey,
  type HeldMembership,
  isMembershipListInvalid,
  membershipChanges,
} from './account.rules';

const held = (id: string, unitId: string, rest: Partial<HeldMembership> = {}): HeldMembership => ({
  id,
  unitId,
  role: 'CASEWORKER',
  since: '2025-01-01',
  until: null,
  ...rest,
});
const wanted = (unitId: string, rest = {}) => ({
  unitId,
  role: 'CASEWORKER' as const,
  since: '2026-03-02',
  until: null,
  ...rest,
});

describe('roles wanted against roles held', () => {
  it('adds, ends and leaves alone', () => {
    const changes = membershipChanges([held('1', 'a'), held('2', 'b')], [wanted('b'), wanted('c')]);
    expect(changes.add.map(({ unitId }) => unitId)).toEqual(['c']);
    expect(changes.end.map(({ id }) => id)).toEqual(['1']);
    expect(changes.prolong).toEqual([]);
  });

  it('keeps the row of a role that gets another last day', () => {
    const changes = membershipChanges([held('1', 'a')], [wanted('a', { until: '2026-12-31' })]);
    expect(changes).toEqual({ add: [], end: [], prolong: [{ id: '1', until: '2026-12-31' }] });
  });

  it('tells roles of one unit apart', () => {
    const changes = membershipChanges([held('1', 'a')], [wanted('a', { role: 'APPROVER' })]);
    expect(changes.add).toHaveLength(1);
    expect(changes.end).toHaveLength(1);
  });

  it('refuses a role asked for twice and one that ends before it begins', () => {
    expect(isMembershipListInvalid([wanted('a'), wanted('a')])).toBe(true);
    expect(isMembershipListInvalid([wanted('a', { until: '2026-03-01' })])).toBe(true);
    expect(isMembershipListInvalid([wanted('a', { until: '2026-03-02' }), wanted('b')])).toBe(false);
  });

  it('finds people in either script', () => {
    expect(accountSearchKey({ familyName: 'Петрова', givenName: 'Мария' })).toBe(
      accountSearchKey({ familyName: 'Petrova', givenName: 'Maria' }),
    );
  });
});
