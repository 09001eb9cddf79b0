export type { Citation, CoverageAnswer } from './agreement.facts';
export { AgreementLoader } from './agreement.loader';
export type { CitationFacts } from './agreement.mapper';
export { AgreementCitationModel, AgreementTermModel } from './agreement.model';
export { AgreementsModule } from './agreements.module';
export { AgreementsService } from './agreements.service';
export { CoverageService } from './coverage.service';
