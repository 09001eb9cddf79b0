import { type Refusal, type Role, TRANSITIONS } from '@soc-coop/contracts';
import type { Actor } from '../../platform/context';
import { ALLOWED, type Decision, decisionOf, refusal } from './decision';
import type { ExchangeFacts, FactsOf } from './facts';
import {
  type AboutOf,
  type Action,
  type Grant,
  type Holder,
  POLICY,
  type Relation,
  type Rule,
} from './policy-table';
import { relationsOf, type UnitActor } from './relations';

/** A partner system holds the roles of the officer it acts for, and only where cases are concerned. */
const holdersOf = (actor: UnitActor, rule: Rule): readonly Holder[] => {
  if (actor.kind === 'staff') return actor.roles;
  return rule.about === 'exchange' ? ['CLIENT', ...(actor.actingFor?.roles ?? [])] : ['CLIENT'];
};

const reaches = ({ where }: Grant, relations: readonly Relation[]): boolean =>
  where.some((relation) => relations.includes(relation));

const isHeld = ({ to }: Grant, actor: UnitActor, holders: readonly Holder[]): boolean => {
  if (to === 'ANYONE') return true;
  return to === 'STAFF' ? actor.kind === 'staff' : to.some((holder) => holders.includes(holder));
};

const isWithdrawn = (rule: Rule, holders: readonly Holder[], relations: readonly Relation[]): boolean =>
  !relations.includes('self') && (rule.notTo ?? []).some((role) => holders.includes(role));

/** The roles one of which would open a grant; partner systems and "anybody" are not roles to ask for. */
const rolesOf = (grants: readonly Grant[]): readonly Role[] => [
  ...new Set(
    grants.flatMap(({ to }) => (typeof to === 'string' ? [] : to.filter((holder) => holder !== 'CLIENT'))),
  ),
];

/** Why nothing in the rule is granted to the actor; null when something is. */
const grantRefusal = (actor: UnitActor, rule: Rule, relations: readonly Relation[]): Refusal | null => {
  const holders = holdersOf(actor, rule);
  if (isWithdrawn(rule, holders, relations)) return refusal(rule.otherwise);
  const reaching = rule.grants.filter((grant) => reaches(grant, relations));
  if (reaching.some((grant) => isHeld(grant, actor, holders))) return null;
  if (rule.move === undefined) return refusal(rule.otherwise);
  if (reaching.length === 0) return refusal('exchange.notYourSide', { move: rule.move });
  return refusal('exchange.roleMissing', { roles: rolesOf(reaching) });
};

/** Refusals that hold before any grant is looked at: who may write at all. */
const writeRefusal = (actor: UnitActor, rule: Rule): Refusal | null => {
  if (!rule.writes || rule.personal === true) return null;
  if (actor.kind === 'client') return actor.actingFor === null ? refusal('access.actingForMissing') : null;
  return actor.roles.includes('AUDITOR') ? refusal('access.readOnly') : null;
};

/** Whether the state lets the move be made, whichever side makes it; the sides are the grants' business. */
const isPossible = ({ move, states }: Rule, { state }: ExchangeFacts): boolean => {
  if (move === undefined) return true;
  if (state === null) return move === 'OPEN';
  return (states ?? TRANSITIONS[move].from).includes(state);
};

/** What speaks against a move whoever makes it: state, certificate, agreement. */
const caseRefusals = (rule: Rule, facts: ExchangeFacts): readonly Refusal[] => [
  ...(isPossible(rule, facts)
    ? []
    : [refusal('exchange.moveNotPossible', { move: rule.move, state: facts.state })]),
  ...(rule.move === undefined || (facts.certificateMissing ?? null) === null
    ? []
    : [refusal('exchange.certificateMissing', { certificate: facts.certificateMissing })]),
  ...(rule.move === undefined ? [] : (facts.coverageRefusals ?? [])),
];

const compact = (refusals: readonly (Refusal | null)[]): readonly Refusal[] =>
  refusals.filter((entry) => entry !== null);

const decideOnExchange = (actor: UnitActor, action: Action, rule: Rule, facts: ExchangeFacts): Decision => {
  const relations = relationsOf(actor, 'exchange', facts);
  const hidden = grantRefusal(actor, POLICY['exchange:view'], relations);
  // Opening creates the exchange: there is nothing yet that could be hidden.
  if (hidden !== null && facts.state !== null) return decisionOf([hidden]);
  if (action === 'exchange:view') return ALLOWED;
  const write = writeRefusal(actor, rule);
  if (write !== null) return decisionOf([write]);
  const grant = grantRefusal(actor, rule, relations);
  // Whose move it is not has no use for the other reasons.
  if (grant?.code === 'exchange.notYourSide') return decisionOf([grant]);
  return decisionOf([...compact([grant]), ...caseRefusals(rule, facts)]);
};

const RULES: ReadonlyMap<string, Rule> = new Map(Object.entries(POLICY));

/** The line of the table for an action; a name that only untyped code can give has none. */
const ruleOf = (action: string): Rule | null => RULES.get(action) ?? null;

/**
 * Says whether an actor may do something to a resource. Pure, deny by default, and the only place rights are
 * decided; every reason against the act is given, the weightiest first.
 */
export const decide = <A extends Action>(actor: Actor, action: A, facts: FactsOf[AboutOf<A>]): Decision => {
  const rule = ruleOf(action);
  if (rule === null) return decisionOf([refusal('access.forbidden')]);
  if (actor.kind === 'system') return ALLOWED;
  if (actor.kind === 'anonymous') return decisionOf([refusal('access.signInRequired')]);
  if (rule.about === 'exchange') return decideOnExchange(actor, action, rule, facts as ExchangeFacts);
  const relations = relationsOf(actor, rule.about, facts as FactsOf[typeof rule.about]);
  return decisionOf(compact([writeRefusal(actor, rule), grantRefusal(actor, rule, relations)]).slice(0, 1));
};
