export { CertificatesService } from './certificates.service';
export { CertificateModel, CourseModel } from './training.model';
export { TrainingsModule } from './trainings.module';
