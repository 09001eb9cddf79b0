import type { Country, Locale, Role } from '@soc-coop/contracts';

/** A signed-in person acting in one of their units. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly accountId: string;
  readonly sessionId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly country: Country;
  /** Roles held in the acting unit today. */
  readonly roles: readonly Role[];
  readonly secondFactor: boolean;
  readonly locale: Locale;
}

/** A partner IT system: bound to one unit and to the exchange types it was registered for. */
export interface ClientActor {
  readonly kind: 'client';
  readonly clientId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly country: Country;
  readonly types: readonly string[];
  /** The officer on whose behalf the system acts, checked against the unit; needed for every move. */
  readonly actingFor: StaffActor | null;
}

/** The product itself: migrations, seeds, jobs. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

/** Nobody we know. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
}

/** Who is asking. Every use case takes it first; policy decides on it. */
export type Actor = StaffActor | ClientActor | SystemActor | AnonymousActor;

export const ANONYMOUS: AnonymousActor = Object.freeze({ kind: 'anonymous' });

export const systemActor = (name: string): SystemActor => ({ kind: 'system', name });

/** The stable id under which an actor's keys and events are kept; null for nobody. */
export const actorId = (actor: Actor): string | null => {
  switch (actor.kind) {
    case 'staff':
      return actor.accountId;
    case 'client':
      return actor.clientId;
    case 'system':
      return actor.name;
    case 'anonymous':
      return null;
  }
};

/** The unit an actor acts for; null where there is none. */
export const actorUnit = (actor: Actor): string | null =>
  actor.kind === 'staff' || actor.kind === 'client' ? actor.unitId : null;

/** True when the actor holds one of the roles in the acting unit; a client holds those of the officer it acts for. */
export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean => {
  const person = actor.kind === 'client' ? actor.actingFor : actor;
  return person?.kind === 'staff' && roles.some((role) => person.roles.includes(role));
};
