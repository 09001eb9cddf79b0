import {
  CERTIFICATE_STATUSES,
  type CertificateKind,
  ENROLMENT_STATUSES,
  type Locale,
  type Trilingual,
} from '@soc-coop/contracts';
import { CertificateKindEnum, LocaleEnum } from '@soc-coop/dto';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, TrilingualModel } from '../platform/graphql';

/** A course of the catalogue. */
@ObjectType('Course', { description: 'A course of the catalogue.' })
export class CourseModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Short code, e.g. C-SB-DB.' })
  code: string;

  @Field(() => TrilingualModel, { description: 'Title.' })
  title: Trilingual;

  @Field(() => Int, { description: 'Teaching hours.' })
  hours: number;

  @Field(() => CertificateKindEnum, { nullable: true, description: 'The certificate it ends with.' })
  certificate: CertificateKind | null;

  @Field(() => Int, { nullable: true, description: 'Months the certificate is valid.' })
  certificateMonths: number | null;
}

/** A training session: a course held at a place on certain days. */
@ObjectType('TrainingSession', { description: 'A course held at a place on certain days.' })
export class TrainingSessionModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Short code.' })
  code: string;

  @Field(() => TrilingualModel, { description: 'Title.' })
  title: Trilingual;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  endsOn: string;

  @Field({ description: 'Town and building.' })
  place: string;

  @Field(() => Int, { description: 'Seats there are.' })
  seats: number;

  @Field(() => Int, { description: 'Seats taken.' })
  enrolled: number;

  @Field(() => Int, { description: 'Seats left.' })
  seatsLeft: number;

  @Field(() => [LocaleEnum], { description: 'Languages it is taught in.' })
  languages: readonly Locale[];

  @Field({ description: 'True while people can enrol and cancel: until the day before the first.' })
  enrolmentOpen: boolean;

  /** The field `course` resolves it. */
  courseId: string;

  /** The field `unit` resolves it. */
  unitId: string;
}

/** A person's place in a training session. */
@ObjectType('Enrolment', { description: 'A person’s place in a training session.' })
export class EnrolmentModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: `One of ${ENROLMENT_STATUSES.join(', ')}.` })
  status: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  enrolledAt: Date;

  /** The field `session` resolves it. */
  sessionId: string;

  /** The field `account` resolves it. */
  accountId: string;
}

/** A certificate a person holds or held. */
@ObjectType('Certificate', { description: 'A certificate a person holds or held.' })
export class CertificateModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Number printed on it.' })
  number: string;

  @Field(() => CertificateKindEnum, { description: 'What it opens.' })
  kind: CertificateKind;

  @Field(() => LocalDate, { description: 'First day it holds.' })
  issuedOn: string;

  @Field(() => LocalDate, { description: 'Last day it holds.' })
  expiresOn: string;

  @Field({ description: `What it is worth today: one of ${CERTIFICATE_STATUSES.join(', ')}.` })
  status: string;

  /** The field `account` resolves it. */
  accountId: string;

  /** The field `course` resolves it. */
  courseId: string | null;
}
