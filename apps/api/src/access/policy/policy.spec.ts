import {
  COUNTRIES,
  type Country,
  EXCHANGE_STATES,
  type ExchangeState,
  canMove,
  type Role,
  ROLES,
} from '@soc-coop/contracts';
import * as fc from 'fast-check';
import { ANONYMOUS, type ClientActor, reachOf, type StaffActor, systemActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import type { ExchangeFacts } from './facts';
import { Policy } from './policy';
import { type Action, POLICY, type Rule } from './policy-table';

const policy = new Policy();
const ACTIONS = Object.keys(POLICY) as Action[];
type ExchangeAction = Extract<Action, `exchange:${string}`>;
const ON_EXCHANGE = ACTIONS.filter((action) => POLICY[action].about === 'exchange') as Exclude<
  ExchangeAction,
  'exchange:list' | 'exchange:searchByName'
>[];

const staff = (roles: readonly Role[], unitId = 'unit-ro', country: Country = 'RO'): StaffActor => ({
  kind: 'staff',
  accountId: 'account-1',
  sessionId: 'session-1',
  unitId,
  unitCode: 'RO-X',
  country,
  roles,
  secondFactor: true,
  locale: 'ro',
});
const client = (types: readonly string[], actingFor: StaffActor | null): ClientActor => ({
  kind: 'client',
  clientId: 'client-1',
  unitId: 'unit-ro',
  unitCode: 'RO-X',
  country: 'RO',
  types,
  actingFor,
});
const exchange = (state: ExchangeState | null, rest: Partial<ExchangeFacts> = {}): ExchangeFacts => ({
  type: 'EX02',
  state,
  sent: state !== null && state !== 'DRAFT' && state !== 'PENDING_APPROVAL',
  requestingUnitId: 'unit-ro',
  requestingCountry: 'RO',
  replyingUnitId: 'unit-bg',
  replyingCountry: 'BG',
  ...rest,
});
const codes = (decision: ReturnType<Policy['decide']>): string[] => decision.refusals.map(({ code }) => code);

/** Everything `decide` needs, at random: roles, relation, state, whether it was sent. */
const anyCase = fc.record({
  roles: fc.subarray([...ROLES]),
  unitId: fc.constantFrom('unit-ro', 'unit-bg', 'unit-other'),
  country: fc.constantFrom(...COUNTRIES),
  state: fc.constantFrom(...EXCHANGE_STATES),
  sent: fc.boolean(),
  action: fc.constantFrom(...ON_EXCHANGE),
});

describe('policy, property by property', () => {
  it('refuses whoever is not signed in, whatever it is about', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ON_EXCHANGE), fc.constantFrom(...EXCHANGE_STATES), (action, state) => {
        expect(codes(policy.decide(ANONYMOUS, action, exchange(state)))).toEqual(['access.signInRequired']);
      }),
    );
  });

  it('answers for what one may not see exactly as for what does not exist', () => {
    fc.assert(
      fc.property(anyCase, ({ roles, unitId, country, state, sent, action }) => {
        const actor = staff(roles, unitId, country);
        const facts = exchange(state, { sent });
        if (policy.may(actor, 'exchange:view', facts)) return;
        expect(policy.decide(actor, action, facts).refusals).toEqual([
          { code: 'exchange.notFound', params: {} },
        ]);
      }),
    );
  });

  it('never shows more than row-level security would', () => {
    fc.assert(
      fc.property(anyCase, ({ roles, unitId, country, state, sent }) => {
        const actor = staff(roles, unitId, country);
        const facts = exchange(state, { sent });
        if (!policy.may(actor, 'exchange:view', facts)) return;
        const reach = reachOf(actor);
        const own =
          'unitId' in reach &&
          (facts.requestingUnitId === reach.unitId || (sent && facts.replyingUnitId === reach.unitId));
        const inCountry =
          reach.scope === 'country' && [facts.requestingCountry, facts.replyingCountry].includes(country);
        expect(reach.scope === 'all' || own || inCountry).toBe(true);
      }),
    );
  });

  it('lets nobody but the requesting unit and auditors see what was not sent', () => {
    fc.assert(
      fc.property(anyCase, ({ roles, unitId, country, state }) => {
        const actor = staff(roles, unitId, country);
        fc.pre(unitId !== 'unit-ro' && !roles.includes('AUDITOR'));
        expect(policy.may(actor, 'exchange:view', exchange(state, { sent: false }))).toBe(false);
      }),
    );
  });

  it('lets an auditor change nothing, whatever else the same person is', () => {
    fc.assert(
      fc.property(anyCase, ({ roles, unitId, country, state, sent, action }) => {
        const actor = staff([...roles, 'AUDITOR'], unitId, country);
        fc.pre(POLICY[action].writes);
        expect(codes(policy.decide(actor, action, exchange(state, { sent })))).toEqual(['access.readOnly']);
      }),
    );
  });

  it('allows a move only to the side the engine lets make it, from a state it is possible in', () => {
    // A national coordinator assigns for the country's side without standing on it; see below.
    const moves = ON_EXCHANGE.filter(
      (action) => 'move' in POLICY[action] && action !== 'exchange:open' && action !== 'exchange:assign',
    );
    const everywhere = ['unit-ro', 'unit-bg', 'unit-other'].flatMap((unitId) =>
      ROLES.flatMap((role) => EXCHANGE_STATES.flatMap((state) => [{ unitId, role, state }])),
    );
    for (const action of moves) {
      const rule: Rule = POLICY[action];
      const allowed = everywhere.filter(({ unitId, role, state }) =>
        policy.may(staff([role], unitId, unitId === 'unit-bg' ? 'BG' : 'RO'), action, exchange(state)),
      );
      expect(allowed).not.toEqual([]);
      for (const { unitId, state } of allowed) {
        const side = unitId === 'unit-ro' ? 'REQUESTER' : 'REPLIER';
        expect(['unit-ro', 'unit-bg']).toContain(unitId);
        expect(canMove(state, rule.move!, side)).toBe(true);
        expect(rule.states ?? [state]).toContain(state);
      }
    }
  });

  it('gives more with more roles, never less, except by the auditor role', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...ROLES), (given, extra) => {
        fc.pre(extra !== 'AUDITOR');
        const facts = exchange(given.state, { sent: given.sent });
        if (!policy.may(staff(given.roles, given.unitId, given.country), given.action, facts)) return;
        const more = staff([...given.roles, extra], given.unitId, given.country);
        expect(policy.may(more, given.action, facts)).toBe(true);
      }),
    );
  });

  it('gives administrators no case at all', () => {
    fc.assert(
      fc.property(anyCase, ({ unitId, country, state, sent, action }) => {
        const actor = staff(['ADMINISTRATOR'], unitId, country);
        expect(codes(policy.decide(actor, action, exchange(state, { sent })))).toEqual(['exchange.notFound']);
      }),
    );
  });
});

describe('policy on exchanges, row by row', () => {
  const caseworkers = { requester: staff(['CASEWORKER']), replier: staff(['CASEWORKER'], 'unit-bg', 'BG') };

  it.each([
    ['exchange:send', 'requester', 'DRAFT', []],
    ['exchange:send', 'requester', 'SENT', ['exchange.moveNotPossible']],
    ['exchange:send', 'replier', 'SENT', ['exchange.notYourSide']],
    ['exchange:saveDraft', 'requester', 'DRAFT', []],
    ['exchange:saveDraft', 'requester', 'PENDING_APPROVAL', ['exchange.moveNotPossible']],
    ['exchange:discard', 'requester', 'DRAFT', []],
    ['exchange:discard', 'requester', 'SENT', ['exchange.moveNotPossible']],
    ['exchange:accept', 'replier', 'SENT', []],
    ['exchange:accept', 'requester', 'SENT', ['exchange.notYourSide']],
    ['exchange:accept', 'replier', 'ACCEPTED', ['exchange.moveNotPossible']],
    ['exchange:refuse', 'replier', 'FORWARDED', []],
    ['exchange:forward', 'replier', 'SENT', []],
    ['exchange:forward', 'replier', 'ACCEPTED', ['exchange.moveNotPossible']],
    ['exchange:forward', 'requester', 'SENT', ['exchange.notYourSide']],
    ['exchange:submit', 'requester', 'DRAFT', []],
    ['exchange:approve', 'requester', 'PENDING_APPROVAL', ['exchange.roleMissing']],
    ['exchange:takeOver', 'replier', 'SENT', []],
    ['exchange:saveAnswerDraft', 'replier', 'ACCEPTED', []],
    ['exchange:saveAnswerDraft', 'replier', 'SENT', ['exchange.moveNotPossible']],
    ['exchange:answer', 'replier', 'ACCEPTED', []],
    ['exchange:answer', 'replier', 'ANSWERED', ['exchange.moveNotPossible']],
    ['exchange:close', 'requester', 'ANSWERED', []],
    ['exchange:close', 'replier', 'ANSWERED', ['exchange.notYourSide']],
    ['exchange:revealIdentifiers', 'replier', 'SENT', []],
  ] as const)('%s by the %s in state %s: %p', (action, side, state, expected) => {
    expect(codes(policy.decide(caseworkers[side], action, exchange(state)))).toEqual(expected);
  });

  it('opens only for the own unit', () => {
    expect(policy.may(caseworkers.requester, 'exchange:open', exchange(null))).toBe(true);
    expect(codes(policy.decide(caseworkers.replier, 'exchange:open', exchange(null)))).toEqual([
      'exchange.notYourSide',
    ]);
  });

  it('names the roles that are missing', () => {
    expect(policy.decide(staff(['APPROVER']), 'exchange:send', exchange('DRAFT')).refusals).toEqual([
      { code: 'exchange.roleMissing', params: { roles: ['CASEWORKER', 'INSPECTOR', 'UNIT_COORDINATOR'] } },
    ]);
  });

  it('gives every reason at once: role, state, certificate and agreement', () => {
    const facts = exchange('SENT', {
      certificateMissing: 'SENS',
      coverageRefusals: [{ code: 'exchange.notCovered', params: { type: 'EX02', missing: ['unit'] } }],
    });
    expect(codes(policy.decide(staff(['APPROVER']), 'exchange:send', facts))).toEqual([
      'exchange.roleMissing',
      'exchange.moveNotPossible',
      'exchange.certificateMissing',
      'exchange.notCovered',
    ]);
    expect(codes(policy.decide(caseworkers.requester, 'exchange:view', facts))).toEqual([]);
  });

  it('lets the national coordinator read what was sent in the country, and move nothing', () => {
    const coordinator = staff(['NATIONAL_COORDINATOR'], 'unit-national');
    expect(policy.may(coordinator, 'exchange:view', exchange('SENT'))).toBe(true);
    expect(policy.may(coordinator, 'exchange:viewPersons', exchange('SENT'))).toBe(true);
    expect(policy.may(coordinator, 'exchange:view', exchange('DRAFT'))).toBe(false);
    expect(codes(policy.decide(coordinator, 'exchange:accept', exchange('SENT')))).toEqual([
      'exchange.notYourSide',
    ]);
    expect(policy.may(coordinator, 'exchange:revealIdentifiers', exchange('SENT'))).toBe(false);
  });

  it('lets coordinators assign: of a unit on their side, of a country on its sent cases', () => {
    const may = (role: Role, unitId: string, state: ExchangeState) =>
      policy.may(
        staff([role], unitId, unitId === 'unit-bg' ? 'BG' : 'RO'),
        'exchange:assign',
        exchange(state),
      );
    expect(may('UNIT_COORDINATOR', 'unit-ro', 'DRAFT')).toBe(true);
    expect(may('UNIT_COORDINATOR', 'unit-bg', 'ACCEPTED')).toBe(true);
    expect(may('UNIT_COORDINATOR', 'unit-bg', 'DRAFT')).toBe(false);
    expect(may('UNIT_COORDINATOR', 'unit-other', 'ACCEPTED')).toBe(false);
    expect(may('NATIONAL_COORDINATOR', 'unit-other', 'ACCEPTED')).toBe(true);
    expect(may('NATIONAL_COORDINATOR', 'unit-other', 'DRAFT')).toBe(false);
    expect(may('NATIONAL_COORDINATOR', 'unit-other', 'CLOSED')).toBe(false);
    expect(may('CASEWORKER', 'unit-ro', 'ACCEPTED')).toBe(false);
  });

  it('shows auditors every case and no person', () => {
    const auditor = staff(['AUDITOR'], 'unit-other');
    expect(policy.may(auditor, 'exchange:view', exchange('DRAFT'))).toBe(true);
    expect(policy.may(auditor, 'exchange:viewPersons', exchange('SENT'))).toBe(false);
    expect(policy.may(auditor, 'exchange:revealIdentifiers', exchange('SENT'))).toBe(false);
  });
});

describe('policy for partner systems', () => {
  const officer = staff(['CASEWORKER']);

  it('reads its unit and its types without an officer, and moves only with one', () => {
    expect(policy.may(client(['EX02'], null), 'exchange:view', exchange('SENT'))).toBe(true);
    expect(codes(policy.decide(client(['EX02'], null), 'exchange:send', exchange('DRAFT')))).toEqual([
      'access.actingForMissing',
    ]);
    expect(policy.may(client(['EX02'], officer), 'exchange:send', exchange('DRAFT'))).toBe(true);
  });

  it('does not see other types, nor open them', () => {
    expect(codes(policy.decide(client(['EX01'], officer), 'exchange:view', exchange('SENT')))).toEqual([
      'exchange.notFound',
    ]);
    expect(policy.may(client(['EX01'], officer), 'exchange:open', exchange(null))).toBe(false);
  });

  it('has no right of its officer outside of cases', () => {
    const system = client(['EX02'], staff([...ROLES].filter((role) => role !== 'AUDITOR')));
    const outside = ACTIONS.filter((action) => POLICY[action].about !== 'exchange' && POLICY[action].writes);
    const facts = { unitId: 'unit-ro', country: 'RO', accountId: 'account-1', unitIds: ['unit-ro'] } as const;
    const allowed = outside.filter(
      // The facts fit both kinds of resource these actions are about.
      (action) => policy.decide(system, action as 'unit:manage', facts).allowed,
    );
    expect(allowed).toEqual([]);
  });
});

describe('policy on units and people', () => {
  const own = { unitId: 'unit-ro', country: 'RO' } as const;
  const foreign = { unitId: 'unit-bg', country: 'BG' } as const;
  const colleague = { accountId: 'account-2', country: 'RO', unitIds: ['unit-ro'] } as const;
  const stranger = { accountId: 'account-3', country: 'BG', unitIds: ['unit-bg'] } as const;

  it('lets administrators manage their country and nobody else', () => {
    const allowed = ROLES.filter(
      (role) =>
        policy.may(staff([role]), 'unit:manage', own) ||
        policy.may(staff([role]), 'account:manage', colleague),
    );
    expect(allowed).toEqual(['ADMINISTRATOR']);
    expect(codes(policy.decide(staff(['ADMINISTRATOR']), 'unit:manage', foreign))).toEqual([
      'access.forbidden',
    ]);
    expect(codes(policy.decide(staff(['ADMINISTRATOR']), 'account:manage', stranger))).toEqual([
      'access.forbidden',
    ]);
  });

  it('shows a colleague to the unit, everybody of the country to administrators, strangers to nobody', () => {
    expect(policy.may(staff(['CASEWORKER']), 'account:view', colleague)).toBe(true);
    expect(policy.may(staff(['CASEWORKER'], 'unit-ro-2'), 'account:view', colleague)).toBe(false);
    expect(policy.may(staff(['ADMINISTRATOR'], 'unit-ro-2'), 'account:view', colleague)).toBe(true);
    expect(codes(policy.decide(staff(['ADMINISTRATOR']), 'account:view', stranger))).toEqual([
      'directory.accountNotFound',
    ]);
  });

  it('names the officer of the other side, without the e-mail; to auditors nobody but themselves', () => {
    expect(policy.may(staff(['CASEWORKER']), 'account:viewName', stranger)).toBe(true);
    expect(policy.may(staff(['CASEWORKER']), 'account:viewContact', stranger)).toBe(false);
    expect(policy.may(staff(['AUDITOR']), 'account:viewName', stranger)).toBe(false);
    expect(policy.may(staff(['AUDITOR']), 'account:viewName', { ...colleague, accountId: 'account-1' })).toBe(
      true,
    );
  });

  it('opens the audit trail to auditors only', () => {
    expect(ROLES.filter((role) => policy.may(staff([role]), 'audit:view'))).toEqual(['AUDITOR']);
    expect(policy.may(client(['EX02'], null), 'audit:view')).toBe(false);
  });

  it('lets everybody of the staff, auditors too, manage their own sign-in', () => {
    expect(ROLES.filter((role) => policy.may(staff([role]), 'session:manageOwn'))).toEqual(ROLES);
    expect(policy.may(client(['EX02'], null), 'session:manageOwn')).toBe(false);
  });
});

describe('policy at its edges', () => {
  it('refuses an action that is not in the table', () => {
    const unknown = 'exchange:copyEverything' as Action;
    expect(codes(policy.decide(staff([...ROLES]), unknown as 'audit:view'))).toEqual(['access.forbidden']);
  });

  it('lets the product itself do its work', () => {
    expect(policy.may(systemActor('seed'), 'exchange:view', exchange('DRAFT'))).toBe(true);
  });

  it('throws the first refusal with its parameters', () => {
    const error = (() => {
      try {
        policy.require(staff(['CASEWORKER']), 'exchange:accept', exchange('SENT'));
        return null;
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'exchange.notYourSide', params: { move: 'ACCEPT' } });
  });
});
