import type { IsoDate } from '@soc-coop/domain';
import { certificateStatus } from './certificate.rules';
import { isOpenOn } from './session.rules';
import type { CertificateModel, CourseModel, EnrolmentModel, TrainingSessionModel } from './training.model';
import type { CertificateRow, CourseRow, EnrolmentRow, SessionRow } from './training.row';

/** What the schema shows of a course. */
export const toCourseModel = (row: CourseRow): CourseModel => ({
  id: row.id,
  code: row.code,
  title: row.title,
  hours: row.hours,
  certificate: row.certificate,
  certificateMonths: row.certificateMonths,
});

/** What the schema shows of a session on a day. */
export const toSessionModel = (row: SessionRow, today: IsoDate): TrainingSessionModel => ({
  id: row.id,
  code: row.code,
  title: row.title,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  place: row.place,
  seats: row.seats,
  enrolled: row.enrolled,
  seatsLeft: row.seats - row.enrolled,
  languages: row.languages,
  enrolmentOpen: isOpenOn(row, today),
  courseId: row.courseId,
  unitId: row.unitId,
});

/** What the schema shows of an enrolment. */
export const toEnrolmentModel = (row: EnrolmentRow): EnrolmentModel => ({
  id: row.id,
  status: row.status,
  enrolledAt: row.enrolledAt,
  sessionId: row.sessionId,
  accountId: row.accountId,
});

/** What the schema shows of a certificate on a day. */
export const toCertificateModel = (row: CertificateRow, today: IsoDate): CertificateModel => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  status: certificateStatus(row, today),
  accountId: row.accountId,
  courseId: row.courseId,
});
