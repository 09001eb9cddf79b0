export type { Citation, CoverageAnswer } from './agreement.facts';
export type { CitationFacts } from './agreement.row';
export { AgreementLoader } from './agreement.loader';
export { AgreementCitationModel, AgreementTermModel } from './agreement.model';
export { CITED, REGISTER_OF_TYPE } from './agreements.repository';
export { AgreementsModule } from './agreements.module';
export { AgreementsService } from './agreements.service';
export { CoverageService } from './coverage.service';
export { filledCitation, localeOf } from './filled-citation';
