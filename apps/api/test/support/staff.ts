import type { Role } from '@soc-coop/contracts';
import type { StaffActor } from '../../src/platform/context';
import { newId } from '../../src/platform/database';

/** A signed-in officer with a second factor, acting for a unit. */
export const staff = (unit: { id: string; code: string }, ...roles: readonly Role[]): StaffActor => ({
  kind: 'staff',
  accountId: newId(),
  sessionId: newId(),
  unitId: unit.id,
  unitCode: unit.code,
  country: unit.code.startsWith('RO') ? 'RO' : 'BG',
  roles,
  secondFactor: true,
  locale: unit.code.startsWith('RO') ? 'ro' : 'bg',
});
