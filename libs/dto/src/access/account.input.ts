import {
  LIMITS,
  LOCALES,
  type Locale,
  type Role,
  ROLES,
  SECOND_FACTOR_LOSSES,
  type SecondFactorLoss,
} from '@soc-coop/contracts';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { LocaleEnum, RoleEnum, SecondFactorLossEnum } from '../base/enums';
import { IdempotentArgs, IdempotentInput } from '../base/idempotent.input';
import { PageArgs } from '../base/page.args';
import { Id, LocalDay, WholeNumber } from '../base/scalars';
import { IsUndefinable } from '../base/undefinable';

/** One role in one unit. */
@InputType({ description: 'One role in one unit.' })
export class MembershipInput {
  @Field(() => Id, { description: 'The unit.' })
  @IsUUID()
  unit: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  @IsIn(ROLES)
  role: Role;

  @Field(() => LocalDay, { nullable: true, description: 'The first day; today when not given.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  since?: string | null;

  @Field(() => LocalDay, { nullable: true, description: 'The last day; open when not given.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string | null;
}

/** A new person of the administrator's country. */
@InputType({ description: 'A new person of the administrator’s country.' })
export class CreateAccountInput extends IdempotentInput {
  @Field({ description: 'The e-mail address the person signs in with.' })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @Field({ description: 'Given name, in the person’s own script.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  givenName: string;

  @Field({ description: 'Family name, in the person’s own script.' })
  @IsString()
  @Length(1, LIMITS.shortText)
  familyName: string;

  @Field(() => LocaleEnum, { description: 'The language of screens and mails.' })
  @IsIn(LOCALES)
  locale: Locale;

  @Field(() => [MembershipInput], { description: 'The roles the person begins with.' })
  @ArrayMaxSize(LIMITS.pageSize)
  @ValidateNested({ each: true })
  @Type(() => MembershipInput)
  memberships: MembershipInput[];
}

/** What changes of a person. */
@InputType({
  description: 'What changes; what is left out stays, a given list of memberships replaces the old one.',
})
export class UpdateAccountInput extends IdempotentInput {
  @Field(() => Id, { description: 'The account.' })
  @IsUUID()
  id: string;

  @Field(() => WholeNumber, { description: 'The version the caller saw.' })
  @IsInt()
  @Min(1)
  version: number;

  @Field(() => String, { nullable: true, description: 'Given name.' })
  @IsUndefinable()
  @IsString()
  @Length(1, LIMITS.shortText)
  givenName?: string;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  @IsUndefinable()
  @IsString()
  @Length(1, LIMITS.shortText)
  familyName?: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'The language of screens and mails.' })
  @IsUndefinable()
  @IsIn(LOCALES)
  locale?: Locale;

  @Field(() => Boolean, { nullable: true, description: 'False closes the account and ends its sessions.' })
  @IsUndefinable()
  @IsBoolean()
  active?: boolean;

  @Field(() => [MembershipInput], { nullable: true, description: 'All roles the person has from now on.' })
  @IsUndefinable()
  @ArrayMaxSize(LIMITS.pageSize)
  @ValidateNested({ each: true })
  @Type(() => MembershipInput)
  memberships?: MembershipInput[];
}

/** Whose password is set anew. */
@ArgsType()
export class ResetAccountPasswordArgs extends IdempotentArgs {
  @Field(() => Id, { description: 'The account.' })
  @IsUUID()
  id: string;
}

/** Whose second factor is taken off, and why. */
@InputType({ description: 'Whose second factor is taken off, and why.' })
export class TakeOffSecondFactorInput extends IdempotentInput {
  @Field(() => Id, { description: 'The account; never one’s own.' })
  @IsUUID()
  id: string;

  @Field(() => SecondFactorLossEnum, { description: 'Why; the person is told, and it stands in the trail.' })
  @IsIn(SECOND_FACTOR_LOSSES)
  reason: SecondFactorLoss;
}

/** Marks what one was told of the own sign-in as read. */
@InputType({ description: 'Marks what the caller was told of the own sign-in as read.' })
export class MarkAccountNoticesSeenInput extends IdempotentInput {
  @Field(() => [Id], { description: 'The notices.' })
  @ArrayMaxSize(LIMITS.pageSize)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

/** Which people are looked for. */
@InputType({ description: 'Which people are looked for; conditions are combined with "and".' })
export class AccountFilter {
  @Field(() => String, { nullable: true, description: 'Words of the name, in either script.' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.shortText)
  text?: string | null;

  @Field(() => Id, { nullable: true, description: 'Only people with a role in this unit today.' })
  @IsOptional()
  @IsUUID()
  unit?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Only people who hold this role today.' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role | null;
}

/** A page of people. */
@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true, description: 'Which people are looked for.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccountFilter)
  filter?: AccountFilter | null;
}
