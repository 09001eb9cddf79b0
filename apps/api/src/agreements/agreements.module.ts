import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { DirectoryModule } from '../directory';
import {
  AgreementCitationFieldsResolver,
  AgreementFieldsResolver,
  AgreementPartyFieldsResolver,
  AgreementTermFieldsResolver,
  AgreementVersionFieldsResolver,
} from './agreement-fields.resolver';
import { AgreementLoader } from './agreement.loader';
import { AgreementsRepository } from './agreements.repository';
import { AgreementsResolver } from './agreements.resolver';
import { AgreementsService } from './agreements.service';
import { CoverageService } from './coverage.service';

/** The register of agreements, and the question every exchange asks it. */
@Module({
  imports: [AccessModule, DirectoryModule],
  providers: [
    AgreementCitationFieldsResolver,
    AgreementFieldsResolver,
    AgreementLoader,
    AgreementPartyFieldsResolver,
    AgreementsRepository,
    AgreementsResolver,
    AgreementsService,
    AgreementTermFieldsResolver,
    AgreementVersionFieldsResolver,
    CoverageService,
  ],
  exports: [AgreementLoader, AgreementsService, CoverageService],
})
export class AgreementsModule {}
