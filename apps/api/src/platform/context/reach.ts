import { type Actor, hasRole } from './actor';

/**
 * How far an actor's view of exchange data extends; row-level security compares it with the row.
 * `none`: no exchange at all (administrators without a casework role, nobody).
 */
export type Reach =
  | { readonly scope: 'none' }
  | { readonly scope: 'unit'; readonly unitId: string }
  | { readonly scope: 'country'; readonly country: string; readonly unitId: string }
  | { readonly scope: 'all' };

const staffReach = (actor: Actor & { kind: 'staff' }): Reach => {
  if (hasRole(actor, 'AUDITOR')) return { scope: 'all' };
  if (hasRole(actor, 'NATIONAL_COORDINATOR'))
    return { scope: 'country', country: actor.country, unitId: actor.unitId };
  if (hasRole(actor, 'CASEWORKER', 'APPROVER', 'UNIT_COORDINATOR', 'INSPECTOR'))
    return { scope: 'unit', unitId: actor.unitId };
  return { scope: 'none' };
};

/** The widest view the actor's roles allow; deny by default. */
export const reachOf = (actor: Actor): Reach => {
  switch (actor.kind) {
    case 'system':
      return { scope: 'all' };
    case 'client':
      return { scope: 'unit', unitId: actor.unitId };
    case 'staff':
      return staffReach(actor);
    case 'anonymous':
      return { scope: 'none' };
  }
};
