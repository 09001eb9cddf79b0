import type { ExchangeSide } from '@soc-coop/contracts';
import type { Actor, StaffActor } from '../../platform/context';
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
