import {
  AGREEMENT_PARTY_ROLES,
  AGREEMENT_STATUSES,
  type CertificateKind,
  type Refusal,
  type Trilingual,
} from '@soc-coop/contracts';
import { CertificateKindEnum } from '@soc-coop/dto';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, RefusalModel, TrilingualModel } from '../platform/graphql';

/** An agreement between institutions of the two states. */
@ObjectType('Agreement', { description: 'An agreement between institutions of the two states.' })
export class AgreementModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Short code, e.g. ANPIS-ASA-2019.' })
  code: string;

  @Field(() => TrilingualModel, { description: 'Title.' })
  title: Trilingual;

  @Field(() => LocalDate, { nullable: true, description: 'Day of signature, where it is known.' })
  signedOn: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Month of signature (YYYY-MM), where only that is known.',
  })
  signedMonth: string | null;

  @Field({ description: `One of ${AGREEMENT_STATUSES.join(', ')}.` })
  status: string;
}

/** A party of an agreement. */
@ObjectType('AgreementParty', {
  description: 'A party of an agreement. It binds the unit and everything that stands below it.',
})
export class AgreementPartyModel {
  @Field({ description: `One of ${AGREEMENT_PARTY_ROLES.join(', ')}.` })
  roleCode: string;

  @Field(() => TrilingualModel, { description: 'What the party does under the agreement.' })
  role: Trilingual;

  /** The field `unit` resolves it. */
  unitId: string;
}

/** A version of an agreement: it holds from its first to its last day, both included. */
@ObjectType('AgreementVersion', {
  description: 'A version of an agreement: it holds from its first to its last day, both included.',
})
export class AgreementVersionModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: 'Number of the version; exchanges cite it.' })
  no: number;

  @Field(() => LocalDate, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while it is open.' })
  validTo: string | null;

  @Field({ description: 'True when the version holds today.' })
  inForce: boolean;

  @Field({
    description: 'True when the text was put together from public facts because the original is not public.',
  })
  reconstructed: boolean;

  @Field({ description: 'Where the text and the dates come from.' })
  source: string;
}

/** A clause of a version. */
@ObjectType('AgreementClause', { description: 'A clause of a version of an agreement.' })
export class AgreementClauseModel {
  @Field({ description: 'Its number, e.g. 10 or A2.' })
  no: string;

  @Field(() => TrilingualModel, { description: 'Its heading.' })
  title: Trilingual;

  @Field(() => TrilingualModel, {
    nullable: true,
    description: 'Its text; null where only the heading is known.',
  })
  text: Trilingual | null;
}

/** The legal act a term rests on. */
@ObjectType('LegalBasis', { description: 'The legal act and article something rests on.' })
export class LegalBasisModel {
  @Field({ description: 'E.g. GDPR-6-1-e.' })
  code: string;

  @Field(() => TrilingualModel, { description: 'The citation in full.' })
  name: Trilingual;
}

/** What a version says about one type of exchange: data the product enforces. */
@ObjectType('AgreementTerm', {
  description: 'What a version says about one type of exchange. The product enforces it on every act.',
})
export class AgreementTermModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Code of the exchange type.' })
  typeCode: string;

  @Field({ description: 'Number of the clause that covers it.' })
  clause: string;

  @Field(() => [CertificateKindEnum], { description: 'Certificates a person needs for it.' })
  certificates: readonly CertificateKind[];

  @Field(() => Int, { description: 'Working days of the replying side to accept or refuse.' })
  acceptWorkingDays: number;

  @Field(() => Int, { description: 'Working days of the replying side to answer.' })
  answerWorkingDays: number;

  @Field(() => Int, { description: 'Working days to answer an urgent request.' })
  urgentWorkingDays: number;

  @Field(() => Int, { description: 'Working days to answer a request that cannot wait.' })
  immediateWorkingDays: number;

  @Field(() => Int, { description: 'Months after closing when the record is hidden.' })
  blockAfterMonths: number;

  @Field(() => Int, { description: 'Months after closing when the record is deleted.' })
  deleteAfterMonths: number;

  @Field({ description: 'True when every unit of the parties may use it.' })
  allUnits: boolean;

  @Field(() => [LegalBasisModel], { description: 'The legal acts it rests on.' })
  legalBases: LegalBasisModel[];

  @Field(() => [TrilingualModel], { description: 'Categories of data it lets travel.' })
  dataCategories: Trilingual[];

  @Field(() => [TrilingualModel], { description: 'Purposes it allows.' })
  purposes: Trilingual[];

  /** The units it is restricted to; the field `units` resolves them. */
  unitIds: readonly string[];
}

/** By which clause of which version an exchange is covered. */
@ObjectType('AgreementCitation', { description: 'By which clause of which version an exchange is covered.' })
export class AgreementCitationModel {
  @Field(() => Int, { description: 'Number of the version.' })
  version: number;

  @Field({ description: 'Number of the clause.' })
  clause: string;

  @Field({ description: 'The legal acts it rests on, in the language of the caller.' })
  legalBasis: string;

  @Field(() => [LegalBasisModel], { description: 'The legal acts it rests on.' })
  legalBases: LegalBasisModel[];

  /** The field `agreement` resolves it, where it was not read along. */
  agreementId: string;
  agreement?: AgreementModel;
}

/** The answer to "is this covered?". */
@ObjectType('Coverage', {
  description: 'Whether an agreement covers an exchange, by which clause, or what is missing.',
})
export class CoverageModel {
  @Field({ description: 'True when an agreement covers it.' })
  covered: boolean;

  @Field(() => AgreementCitationModel, { nullable: true, description: 'By what it is covered.' })
  citation: AgreementCitationModel | null;

  @Field(() => [RefusalModel], { description: 'Everything that is missing; empty when it is covered.' })
  refusals: readonly Refusal[];
}
