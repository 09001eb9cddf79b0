import type { Locale, Role } from '@soc-coop/contracts';
import type { AccountPartsFragment } from '../../gql/graphql';

/** One role in one unit, as edited. */
export interface MembershipValues {
  unit: string;
  role: Role | '';
  since: string;
  until: string;
}

/** What an administrator fills in about a person. */
export interface PersonValues {
  givenName: string;
  familyName: string;
  email: string;
  locale: Locale;
  active: boolean;
  memberships: MembershipValues[];
}

export const emptyMembership = (): MembershipValues => ({ unit: '', role: '', since: '', until: '' });

export const emptyPerson = (): PersonValues => ({
  givenName: '',
  familyName: '',
  email: '',
  locale: 'ro',
  active: true,
  memberships: [emptyMembership()],
});

export const personValues = (account: AccountPartsFragment): PersonValues => ({
  givenName: account.givenName,
  familyName: account.familyName,
  email: account.email ?? '',
  locale: account.locale,
  active: account.active,
  memberships: account.memberships.map(({ unit, role, since, until }) => ({
    unit: unit.id,
    role,
    since,
    until: until ?? '',
  })),
});

/** Ids of the controls that are missing or wrong. */
export const personGaps = (values: PersonValues, isNew: boolean): readonly string[] => [
  ...(values.givenName.trim() ? [] : ['person-given']),
  ...(values.familyName.trim() ? [] : ['person-family']),
  ...(!isNew || /^\S+@\S+\.\S+$/.test(values.email) ? [] : ['person-email']),
  ...(values.memberships.length ? [] : ['person-memberships']),
  ...values.memberships.flatMap(({ unit, role }, at) => [
    ...(unit ? [] : [`person-unit-${at}`]),
    ...(role ? [] : [`person-role-${at}`]),
  ]),
];

/** The memberships as the API takes them; rows without unit or role were refused before. */
export const membershipInputs = (values: PersonValues) =>
  values.memberships.flatMap(({ unit, role, since, until }) =>
    unit && role ? [{ unit, role, since: since || null, until: until || null }] : [],
  );
