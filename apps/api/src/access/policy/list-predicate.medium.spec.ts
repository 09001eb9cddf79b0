import { type Country, EXCHANGE_STATES, type ExchangeState, type Role, ROLES } from '@soc-coop/contracts';
import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { ANONYMOUS, type Actor, type ClientActor, type StaffActor } from '../../platform/context';
import type { ExchangeFacts } from './facts';
import { exchangeListPredicate } from './list-predicate';
import { Policy } from './policy';

const UNITS: Readonly<Record<string, Country>> = {
  '00000000-0000-7000-8000-000000000001': 'RO',
  '00000000-0000-7000-8000-000000000002': 'RO',
  '00000000-0000-7000-8000-000000000003': 'BG',
  '00000000-0000-7000-8000-000000000004': 'BG',
};
const unitIds = Object.keys(UNITS);

/** Every pair of units of different countries, sent or not, of two types, in a few states. */
const EXCHANGES: readonly ExchangeFacts[] = unitIds.flatMap((requestingUnitId) =>
  [...unitIds.filter((id) => UNITS[id] !== UNITS[requestingUnitId]), null].flatMap((replyingUnitId) =>
    ['EX02', 'EX07'].flatMap((type) =>
      [true, false].map((sent, index) => ({
        type,
        state: EXCHANGE_STATES[index] as ExchangeState,
        sent: sent && replyingUnitId !== null,
        requestingUnitId,
        requestingCountry: UNITS[requestingUnitId]!,
        replyingUnitId,
        replyingCountry: replyingUnitId === null ? null : UNITS[replyingUnitId]!,
      })),
    ),
  ),
);

const staff = (unitId: string, roles: readonly Role[]): StaffActor => ({
  kind: 'staff',
  accountId: unitId,
  sessionId: unitId,
  unitId,
  unitCode: 'X',
  country: UNITS[unitId]!,
  roles,
  secondFactor: true,
  locale: 'ro',
});
const client = (unitId: string, types: readonly string[]): ClientActor => ({
  kind: 'client',
  clientId: unitId,
  unitId,
  unitCode: 'X',
  country: UNITS[unitId]!,
  types,
  actingFor: null,
});
const ACTORS: readonly Actor[] = [
  ANONYMOUS,
  ...unitIds.flatMap((unitId) => [
    ...ROLES.map((role) => staff(unitId, [role])),
    staff(unitId, []),
    staff(unitId, ['CASEWORKER', 'NATIONAL_COORDINATOR', 'ADMINISTRATOR']),
    client(unitId, ['EX02']),
    client(unitId, []),
  ]),
];

/** The rows as a table the predicate can stand over. */
const TABLE = `(select * from jsonb_to_recordset($1::jsonb) as r(place int, type_code text,
  requesting_unit_id uuid, replying_unit_id uuid, requesting_country text, replying_country text,
  sent_at timestamptz)) e`;
const ROWS = JSON.stringify(
  EXCHANGES.map((facts, place) => ({
    place,
    type_code: facts.type,
    requesting_unit_id: facts.requestingUnitId,
    replying_unit_id: facts.replyingUnitId,
    requesting_country: facts.requestingCountry,
    replying_country: facts.replyingCountry,
    sent_at: facts.sent ? '2026-01-01T00:00:00Z' : null,
  })),
);

describe('the policy as a condition of lists', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(async () => {
    await platform.close();
  });

  it('lets through exactly what the policy shows one by one, for every role in every unit', async () => {
    const policy = new Policy();
    let shown = 0;
    for (const actor of ACTORS) {
      const { sql, params } = exchangeListPredicate(actor, { alias: 'e', from: 2 });
      const rows = await platform.behind<{ place: number }>(
        `select e.place from ${TABLE} where ${sql} order by e.place`,
        [ROWS, ...params],
      );
      const one = EXCHANGES.flatMap((facts, place) =>
        policy.may(actor, 'exchange:view', facts) ? [place] : [],
      );
      expect(rows.map(({ place }) => place)).toEqual(one);
      shown += one.length;
    }
    expect(shown).toBeGreaterThan(100);
    expect(shown).toBeLessThan(ACTORS.length * EXCHANGES.length);
  });
});
