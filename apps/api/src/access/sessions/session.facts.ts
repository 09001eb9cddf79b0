import { SECOND_FACTOR_ROLES } from '@soc-coop/contracts';
import type { StaffActor } from '../../platform/context';
import type { ActiveMembership } from '../membership';
import type { Session, SessionRow } from './session.row';
import { endOf, SEEN_EVERY_MS } from './session-times';
import { stageOf } from './stage.rules';

/** True when one of the roles may not work without a second factor. */
const needsSecondFactor = (memberships: readonly ActiveMembership[]): boolean =>
  memberships.some(({ role }) => SECOND_FACTOR_ROLES.some((strict) => strict === role));

/** The unit acted for: the chosen one while a role there holds, else the oldest one that does. */
const actingUnit = (memberships: readonly ActiveMembership[], chosen: string): ActiveMembership | undefined =>
  memberships.find(({ unitId }) => unitId === chosen) ?? memberships[0];

/**
 * What a session is worth at an instant; null when no role is left, for then the session is over. Nothing of this
 * is kept between requests: a right taken away is gone at the next one.
 */
export const sessionAt = (row: SessionRow, now: Date): Session | null => {
  const acting = actingUnit(row.memberships, row.unitId);
  if (acting === undefined) return null;
  const compulsory = needsSecondFactor(row.memberships);
  const stage = stageOf({ ...row, compulsory });
  const roles = row.memberships.filter(({ unitId }) => unitId === acting.unitId).map(({ role }) => role);
  const actor: StaffActor = {
    kind: 'staff',
    accountId: row.accountId,
    sessionId: row.id,
    unitId: acting.unitId,
    unitCode: acting.unitCode,
    country: acting.country,
    roles: stage === 'full' ? [...new Set(roles)] : [],
    secondFactor: row.proved,
    locale: row.locale,
  };
  const seen = now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY_MS ? now : row.lastSeenAt;
  return {
    id: row.id,
    tokenHash: row.tokenHash,
    accountId: row.accountId,
    email: row.email,
    stage,
    actor,
    enrolled: row.enrolled,
    compulsory,
    memberships: row.memberships,
    endsAt: endOf(seen, row.expiresAt),
  };
};
