import { type Role, ROLES } from '@soc-coop/contracts';
import { RELATIONS } from '../actors';
import type { Who } from '../declaration';

/** Who works on the cases of a unit, and who reads them. */
export const WORK = ['CASEWORKER', 'INSPECTOR', 'UNIT_COORDINATOR'] as const satisfies readonly Role[];
export const READ = [...WORK, 'APPROVER'] as const satisfies readonly Role[];
/** Roles that have nothing to do with cases. */
const NO_CASES = [
  'TRAINING_ORGANISER',
  'AGREEMENT_OFFICER',
  'ADMINISTRATOR',
] as const satisfies readonly Role[];
const NOT_AUDITORS = ROLES.filter((role) => role !== 'AUDITOR');

const everywhere = (roles: readonly Role[]): Who =>
  Object.fromEntries(RELATIONS.map((relation) => [relation, roles]));
const merge = (...groups: readonly Who[]): Who =>
  Object.fromEntries(
    RELATIONS.map((relation) => [relation, groups.flatMap((group) => group[relation] ?? [])]),
  );

/** Everybody of the staff. */
export const STAFF = everywhere(ROLES);
/** Everybody who may change anything. */
export const WRITERS = everywhere(NOT_AUDITORS);
export const AUDITORS = everywhere(['AUDITOR']);
export const ADMINISTRATORS_HERE: Who = { asking: ['ADMINISTRATOR'], country: ['ADMINISTRATOR'] };
export const COORDINATORS_HERE: Who = {
  asking: ['NATIONAL_COORDINATOR'],
  country: ['NATIONAL_COORDINATOR'],
};

/** Who has lists of cases at all. */
export const LISTERS = everywhere([...READ, 'NATIONAL_COORDINATOR', 'AUDITOR']);
/** Who sees the sample exchange: both sides, the coordinators of both countries, auditors. */
export const VIEWERS = merge({ asking: READ, asked: READ }, everywhere(['NATIONAL_COORDINATOR', 'AUDITOR']));
/** The same without auditors: who sees its person. */
export const PERSON_VIEWERS = merge({ asking: READ, asked: READ }, everywhere(['NATIONAL_COORDINATOR']));
/** Who is told that there are no cases for them at all, before any is looked for. */
export const WITHOUT_CASES = everywhere(NO_CASES);
/** Who sees a draft of the asking unit. */
export const DRAFT_VIEWERS = merge({ asking: [...READ, 'NATIONAL_COORDINATOR'] }, AUDITORS);

/** A colleague in the asking unit: seen by the unit, and by those who answer for the country's people. */
export const COLLEAGUE_VIEWERS = merge(
  { asking: ROLES },
  { country: ['ADMINISTRATOR', 'NATIONAL_COORDINATOR'] },
  AUDITORS,
);

export const mergeWho = merge;
