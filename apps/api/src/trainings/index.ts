export { CERTIFICATES_OF } from './certificates.repository';
export { CertificatesService } from './certificates.service';
export { CourseModel } from './training.model';
export { TrainingsModule } from './trainings.module';
