import { createHash } from 'node:crypto';
import {
  CERTIFICATE_KINDS,
  type CertificateKind,
  COUNTRIES,
  type Country,
  LOCALES,
  type Locale,
  ROLES,
  type Role,
  SECOND_FACTOR_ROLES,
  type Trilingual,
} from '@soc-coop/contracts';
import { addDays, type IsoDate, weekdayOf } from '@soc-coop/domain';
import demonstration from '../../data/demonstration.json';

/** A role in a unit, by the unit's code. */
export interface DemoMembership {
  readonly unit: string;
  readonly role: Role;
}

/** An invented person of the list. */
export interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly locale: Locale;
  readonly country: Country;
  readonly memberships: readonly [DemoMembership, ...DemoMembership[]];
  readonly certificates: readonly { readonly kind: CertificateKind; readonly state: CertificateState }[];
  /** True when the launcher shows the sign-in. */
  readonly listed: boolean;
}

/** An invented person ready to be written. */
export interface DemoAccount extends DemoPerson {
  readonly id: string;
  readonly searchKey: string;
  readonly since: IsoDate;
  readonly passwordHash: string;
  readonly sealedSecret: string | null;
}

/** A certificate ready to be written. */
export interface DemoCertificate {
  readonly number: string;
  readonly kind: CertificateKind;
  readonly issuedOn: IsoDate;
  readonly expiresOn: IsoDate;
}

/** A training session ready to be written. */
export interface DemoSession {
  readonly id: string;
  readonly code: string;
  readonly course: string;
  readonly unit: string;
  readonly title: Trilingual;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly place: string;
  readonly languages: readonly string[];
  readonly seats: number;
}

const CERTIFICATE_STATES = ['valid', 'expiring', 'expired'] as const;
type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Narrows a text of the data file; a wrong file fails when it is loaded. */
const oneOf = <T extends string>(allowed: readonly T[], text: string): T => {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new RangeError(`"${text}" is none of ${allowed.join(', ')}`);
  return found;
};

type RawPerson = (typeof demonstration.people)[number];

const membershipsOf = (raw: RawPerson): DemoPerson['memberships'] => {
  const [first, ...others] = raw.memberships.map(({ unit, role }) => ({ unit, role: oneOf(ROLES, role) }));
  if (first === undefined) throw new RangeError(`${raw.email} belongs to no unit`);
  return [first, ...others];
};

/** The code of a unit begins with its country. */
const countryOf = ([{ unit }]: DemoPerson['memberships']): Country => oneOf(COUNTRIES, unit.slice(0, 2));

/** The invented people. */
export const demoPeople: readonly DemoPerson[] = demonstration.people.map((raw) => ({
  givenName: raw.givenName,
  familyName: raw.familyName,
  email: raw.email,
  locale: oneOf(LOCALES, raw.locale),
  country: countryOf(membershipsOf(raw)),
  memberships: membershipsOf(raw),
  certificates: raw.certificates.map(({ kind, state }) => ({
    kind: oneOf(CERTIFICATE_KINDS, kind),
    state: oneOf(CERTIFICATE_STATES, state),
  })),
  listed: raw.listed,
}));

/** The series of invented training sessions; whenever one has passed, the next one is planned. */
export const demoSessions = demonstration.sessions;

/** The password of a demonstration account: one per role, so that nobody needs a list. */
export const demoPassword = ({ memberships: [{ role }] }: DemoPerson): string =>
  `Dunarea-2026-${role.toLowerCase().replaceAll('_', '-')}`;

/** The fixed secret of a demonstration account's second factor, where its role asks for one. */
export const demoSecret = ({ email, memberships }: DemoPerson): Buffer | null =>
  memberships.some(({ role }) => SECOND_FACTOR_ROLES.some((asking) => asking === role))
    ? createHash('sha1').update(`soc-coop demonstration ${email}`).digest()
    : null;

/** Days a demonstration certificate has left, by what it shows. */
const DAYS_LEFT: Readonly<Record<CertificateState, number>> = { valid: 500, expiring: 30, expired: -20 };
const VALIDITY_DAYS = 730;

/** The certificates of a person, dated so that they show what they are meant to show today. */
export const demoCertificates = (person: DemoPerson, index: number, today: IsoDate): DemoCertificate[] =>
  person.certificates.map(({ kind, state }) => {
    const expiresOn = addDays(today, DAYS_LEFT[state]);
    const issuedOn = addDays(expiresOn, -VALIDITY_DAYS);
    return {
      number: `${kind}-${issuedOn.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`,
      kind,
      issuedOn,
      expiresOn,
    };
  });

const TUESDAY = 2;

/** The Tuesday on or after a day: no demonstration session lies on a weekend. */
export const tuesdayFrom = (day: IsoDate): IsoDate => addDays(day, (TUESDAY - weekdayOf(day) + 7) % 7);

/** Units where a second officer approves what leaves, by code. */
export const demoFourEyesUnits: readonly string[] = demonstration.fourEyesUnits;
