import type { Role } from '@soc-coop/contracts';
import { searchKey } from '@soc-coop/domain';

/** A role in a unit as an administrator asks for it. */
export interface WantedMembership {
  readonly unitId: string;
  readonly role: Role;
  readonly since: string;
  readonly until: string | null;
}

/** A role in a unit as it stands. */
export interface HeldMembership extends WantedMembership {
  readonly id: string;
}

/** What must be done so that exactly the wanted roles are held. */
export interface MembershipChanges {
  readonly add: readonly WantedMembership[];
  readonly end: readonly HeldMembership[];
  readonly prolong: readonly { readonly id: string; readonly until: string | null }[];
}

const isSameRole = (left: WantedMembership, right: WantedMembership): boolean =>
  left.unitId === right.unitId && left.role === right.role;

/**
 * Compares the roles held with the roles wanted. A role that goes on keeps its row and first day, so that its
 * history stays whole.
 */
export const membershipChanges = (
  held: readonly HeldMembership[],
  wanted: readonly WantedMembership[],
): MembershipChanges => ({
  add: wanted.filter((entry) => !held.some((row) => isSameRole(row, entry))),
  end: held.filter((row) => !wanted.some((entry) => isSameRole(row, entry))),
  prolong: held.flatMap((row) => {
    const entry = wanted.find((other) => isSameRole(row, other));
    return entry === undefined || entry.until === row.until ? [] : [{ id: row.id, until: entry.until }];
  }),
});

/** True when one role in one unit is asked for twice, or ends before it begins. */
export const isMembershipListInvalid = (wanted: readonly WantedMembership[]): boolean =>
  wanted.some((entry) => entry.until !== null && entry.until < entry.since) ||
  wanted.some((entry, index) => wanted.slice(index + 1).some((other) => isSameRole(entry, other)));

/** What a person is found under, in either script. */
export const accountSearchKey = (names: {
  readonly familyName: string;
  readonly givenName: string;
}): string => searchKey(`${names.familyName} ${names.givenName}`);
