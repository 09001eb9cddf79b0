import { type Actor, actorUnit } from '../../platform/context';
import type { AccountFacts, CountryFacts, ExchangeFacts, FactsOf, ResourceKind, UnitFacts } from './facts';
import type { Relation } from './policy-table';

/** Staff and partner systems: actors that stand for a unit. */
export type UnitActor = Extract<Actor, { kind: 'staff' | 'client' }>;

/** Where an actor stands: the first relation that holds, then every wider one that holds as well. */
const standing = (relations: readonly (Relation | false)[]): readonly Relation[] => {
  const holding = relations.filter((relation) => relation !== false);
  return holding.length > 0 ? holding : ['elsewhere'];
};

/**
 * Before an exchange is sent it exists for the requesting unit alone. A partner system stands to exchanges of the
 * types it was registered for and to no others.
 */
const toExchange = (actor: UnitActor, facts: ExchangeFacts): readonly Relation[] => {
  if (actor.kind === 'client' && !actor.types.includes(facts.type)) return ['elsewhere'];
  const { unitId, country } = actor;
  const inCountry = facts.requestingCountry === country || facts.replyingCountry === country;
  return standing([
    facts.requestingUnitId === unitId && 'requester',
    facts.sent && facts.replyingUnitId === unitId && 'replier',
    facts.sent && inCountry && 'own-country',
  ]);
};

const toUnit = (actor: UnitActor, facts: UnitFacts): readonly Relation[] =>
  standing([facts.unitId === actor.unitId && 'own-unit', facts.country === actor.country && 'own-country']);

const toAccount = (actor: UnitActor, facts: AccountFacts): readonly Relation[] =>
  standing([
    actor.kind === 'staff' && facts.accountId === actor.accountId && 'self',
    facts.unitIds.includes(actor.unitId) && 'own-unit',
    facts.country === actor.country && 'own-country',
  ]);

const toCountry = (actor: UnitActor, facts: CountryFacts): readonly Relation[] =>
  standing([facts.country === actor.country && 'own-country']);

type Relate<K extends ResourceKind> = (actor: UnitActor, facts: FactsOf[K]) => readonly Relation[];

const RELATE: { readonly [K in ResourceKind]: Relate<K> } = {
  exchange: toExchange,
  unit: toUnit,
  account: toAccount,
  country: toCountry,
  product: (actor) => standing([actorUnit(actor) === null && 'elsewhere']),
};

/** All the ways an actor stands to a resource. */
export const relationsOf = <K extends ResourceKind>(
  actor: UnitActor,
  about: K,
  facts: FactsOf[K],
): readonly Relation[] => RELATE[about](actor, facts);
