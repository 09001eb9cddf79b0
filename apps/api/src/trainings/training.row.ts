import type { CertificateKind, Country, EnrolmentStatus, Locale, Trilingual } from '@soc-coop/contracts';
import type { IsoDate } from '@soc-coop/domain';

/** A course of the catalogue. */
export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly title: Trilingual;
  readonly hours: number;
  readonly certificate: CertificateKind | null;
  readonly certificateMonths: number | null;
}

/** A training session with the seats taken. */
export interface SessionRow {
  readonly id: string;
  readonly code: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly unitCountry: Country;
  readonly title: Trilingual;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly place: string;
  readonly languages: readonly Locale[];
  readonly seats: number;
  readonly enrolled: number;
}

/** A person's enrolment, with the unit the person came from. */
export interface EnrolmentRow {
  readonly id: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly unitCountry: Country;
  readonly status: EnrolmentStatus;
  readonly enrolledAt: Date;
}

/** A certificate with the dates that decide what it is worth. */
export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly kind: CertificateKind;
  readonly accountId: string;
  readonly courseId: string | null;
  readonly issuedOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly revokedOn: IsoDate | null;
}

/** Which sessions are looked for. */
export interface SessionQuery {
  readonly courseId: string | null;
  readonly from: IsoDate;
  readonly unitId: string | null;
  /** Only sessions this account is enrolled in. */
  readonly accountId: string | null;
}
