import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AgreementsModule } from '../agreements';
import { DirectoryModule } from '../directory';
import { CertificatesRepository } from './certificates.repository';
import { CertificatesService } from './certificates.service';
import { EnrolmentsRepository } from './enrolments.repository';
import { EnrolmentsService } from './enrolments.service';
import {
  CertificateFieldsResolver,
  EnrolmentFieldsResolver,
  TrainingSessionFieldsResolver,
} from './training-fields.resolver';
import { TrainingLoader } from './training.loader';
import { TrainingsRepository } from './trainings.repository';
import { TrainingsResolver } from './trainings.resolver';
import { TrainingsService } from './trainings.service';
import { ViewerCertificatesResolver } from './viewer-certificates.resolver';

/** Courses, sessions, enrolment and the certificates the policy asks for. */
@Module({
  imports: [AccessModule, AgreementsModule, DirectoryModule],
  providers: [
    CertificateFieldsResolver,
    CertificatesRepository,
    CertificatesService,
    EnrolmentFieldsResolver,
    EnrolmentsRepository,
    EnrolmentsService,
    TrainingLoader,
    TrainingSessionFieldsResolver,
    TrainingsRepository,
    TrainingsResolver,
    TrainingsService,
    ViewerCertificatesResolver,
  ],
  exports: [CertificatesService],
})
export class TrainingsModule {}
