import type { Country, Locale, Role } from '@soc-coop/contracts';
import { CountryEnum, LocaleEnum, RoleEnum } from '@soc-coop/dto';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, PersonalData } from '../../platform/graphql';

/** A person who uses the product. */
@ObjectType('Account', { description: 'A person who uses the product. Auditors see a pseudonym.' })
export class AccountModel {
  @Field(() => ID, { description: 'Its identifier.' })
  id: string;

  @PersonalData()
  @Field({ description: 'Given name in the person’s own script; empty for who may not know the person.' })
  givenName: string;

  @PersonalData()
  @Field({ description: 'Family name in the person’s own script, or a pseudonym.' })
  familyName: string;

  @PersonalData()
  @Field(() => String, {
    nullable: true,
    description: 'The address the person signs in with; null for people of other units.',
  })
  email: string | null;

  @Field(() => CountryEnum, { description: 'The country the person works for.' })
  country: Country;

  @Field(() => LocaleEnum, { description: 'The language of screens and mails.' })
  locale: Locale;

  @Field({ description: 'False when the account is closed.' })
  active: boolean;

  @Field(() => Int, { description: 'Send it with an update.' })
  version: number;
}

/** One role in one unit. */
@ObjectType('Membership', { description: 'One role of a person in one unit.' })
export class MembershipModel {
  @Field(() => ID, { description: 'Its identifier.' })
  id: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => LocalDate, { description: 'The first day.' })
  since: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last day; null while it is open.' })
  until: string | null;

  /** Resolved to `unit`; not part of the schema. */
  unitId: string;
}

/** A new account with the password its person begins with. */
@ObjectType('CreatedAccount', { description: 'A new account with the password its person begins with.' })
export class CreatedAccountModel {
  @Field(() => AccountModel, { description: 'The account.' })
  account: AccountModel;

  @Field({ description: 'Shown once; it must be changed at the first sign-in.' })
  temporaryPassword: string;
}
