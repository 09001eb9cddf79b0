import type { Country, ExchangeMove, ExchangeSide } from '@soc-coop/contracts';
import { type Actor, hasRole, type StaffActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';

/**
 * The officer who answers for a move: the person signed in, or the one a partner system acts for.
 * @throws DomainError access.signInRequired, or access.actingForMissing for a system, when there is none.
 */
export const officerOf = (actor: Actor): StaffActor => {
  if (actor.kind === 'staff') return actor;
  if (actor.kind === 'client' && actor.actingFor !== null) return actor.actingFor;
  throw new DomainError(actor.kind === 'client' ? 'access.actingForMissing' : 'access.signInRequired');
};

/** The side of an exchange the actor's unit stands on; null for those who only look on. */
export const sideOf = (
  actor: Actor,
  exchange: { readonly requestingUnitId: string; readonly replyingUnitId: string | null },
): ExchangeSide | null => {
  const unit = actor.kind === 'staff' || actor.kind === 'client' ? actor.unitId : null;
  if (unit === null) return null;
  if (unit === exchange.requestingUnitId) return 'REQUESTER';
  return unit === exchange.replyingUnitId ? 'REPLIER' : null;
};

/** The units and countries of an exchange. */
interface Sides {
  readonly requestingUnitId: string;
  readonly requestingCountry: Country;
  readonly replyingUnitId: string | null;
  readonly replyingCountry: Country | null;
}

/** The side whose cases a national coordinator answers for; null for everybody else. */
export const coordinatedSideOf = (actor: Actor, exchange: Sides): ExchangeSide | null => {
  if (actor.kind !== 'staff' || !hasRole(actor, 'NATIONAL_COORDINATOR')) return null;
  if (actor.country === exchange.requestingCountry) return 'REQUESTER';
  return actor.country === exchange.replyingCountry ? 'REPLIER' : null;
};

/**
 * The side a move is made for: that of the actor's unit. National coordinators stand on neither side and assign on
 * that of their country.
 */
export const movingSideOf = (actor: Actor, move: ExchangeMove, exchange: Sides): ExchangeSide | null =>
  sideOf(actor, exchange) ?? (move === 'ASSIGN' ? coordinatedSideOf(actor, exchange) : null);

/** The side whose inner moves the actor may read. */
export const ownSideOf = (actor: Actor, exchange: Sides): ExchangeSide | null =>
  sideOf(actor, exchange) ?? coordinatedSideOf(actor, exchange);
