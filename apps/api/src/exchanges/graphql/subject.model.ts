import type { Country } from '@soc-coop/contracts';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CountryEnum, LocalDay } from '@soc-coop/dto';
import { JSONObject, type JsonObject, RefusalModel, PersonalData } from '../../platform/graphql';

/** A person's name in the script of the papers and in Latin letters. */
@ObjectType('PersonName', { description: "A person's name as on the papers, and in Latin letters." })
export class PersonNameModel {
  @PersonalData()
  @Field({ description: 'Family name as written on the papers.' })
  familyName: string;

  @PersonalData()
  @Field({ description: 'Given name as written on the papers.' })
  givenName: string;

  @PersonalData()
  @Field(() => String, { nullable: true, description: 'Patronymic.' })
  patronymic: string | null;

  @PersonalData()
  @Field({ description: 'Family name in Latin letters.' })
  familyNameLatin: string;

  @PersonalData()
  @Field({ description: 'Given name in Latin letters.' })
  givenNameLatin: string;
}

/** A masked number. */
@ObjectType('IdentifierMask', {
  description: 'A number that identifies a person, masked; `revealIdentifiers` shows it for a purpose.',
})
export class IdentifierMaskModel {
  @Field({ description: 'cnp, egn, lnch …' })
  type: string;

  @Field(() => CountryEnum, { description: 'The country whose register it comes from.' })
  country: Country;

  @PersonalData()
  @Field({ description: 'The number with all but its last two characters hidden.' })
  masked: string;

  @Field(() => [RefusalModel], {
    description: 'Doubts about the number that the sender confirmed, by code.',
  })
  warnings: RefusalModel[];
}

/** The person an exchange is about, as far as a list shows it. */
@ObjectType('SubjectSummary', { description: 'The person an exchange is about, as far as a list shows it.' })
export class SubjectSummaryModel {
  @Field(() => ID, { description: 'The same as the exchange: a person is kept per exchange.' })
  id: string;

  @PersonalData()
  @Field(() => PersonNameModel, {
    nullable: true,
    description: 'Null for those who may not see persons (auditors).',
  })
  name: PersonNameModel | null;

  @Field({ description: 'A stand-in for the name, stable within the exchange.' })
  pseudonym: string;
}

/** The person an exchange is about. */
@ObjectType('Subject', {
  description: 'The person an exchange is about. Everything but the pseudonym is null for auditors.',
})
export class SubjectModel extends SubjectSummaryModel {
  @PersonalData()
  @Field(() => LocalDay, { nullable: true, description: 'Date of birth.' })
  birthDate: string | null;

  @PersonalData()
  @Field(() => String, { nullable: true, description: 'F, M or U.' })
  sex: string | null;

  @PersonalData()
  @Field(() => [IdentifierMaskModel], { description: 'Numbers, masked.' })
  identifiers: IdentifierMaskModel[];

  @PersonalData()
  @Field(() => JSONObject, {
    nullable: true,
    description:
      'The whole person block as SUBJECT_FORM of libs/forms describes it, without the numbers. Null for auditors.',
  })
  details: JsonObject | null;
}
