import { LOCALES, type Locale, LIMITS } from '@soc-coop/contracts';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { LocaleEnum } from '../base/enums';
import { IdempotentArgs } from '../base/idempotent.input';
import { Id } from '../base/scalars';
import { IsPasswordText } from './sign-in.input';

/** The unit and role to act with. */
@ArgsType()
export class ActAsArgs extends IdempotentArgs {
  @Field(() => Id, { description: 'One of the caller’s own memberships.' })
  @IsUUID()
  membership: string;
}

/** The language of the caller's screens and mails. */
@ArgsType()
export class SetLocaleArgs extends IdempotentArgs {
  @Field(() => LocaleEnum, { description: 'The language chosen.' })
  @IsIn(LOCALES)
  locale: Locale;
}

/** A new password, proved by the present one. */
@ArgsType()
export class ChangePasswordArgs extends IdempotentArgs {
  @Field({ description: 'The present password.' })
  @IsPasswordText()
  current: string;

  @Field({ description: 'The new password: 12 characters or more, and not one everybody uses.' })
  @IsPasswordText()
  next: string;
}

/** Begins setting up a second factor. */
@ArgsType()
export class StartSecondFactorArgs extends IdempotentArgs {
  @Field(() => String, {
    nullable: true,
    description: 'A code of the second factor that is to be replaced; needed where there is one.',
  })
  @IsOptional()
  @IsString()
  @Length(6, LIMITS.idempotencyKey)
  code?: string | null;
}

/** A code that proves the second factor. */
@ArgsType()
export class SecondFactorCodeArgs extends IdempotentArgs {
  @Field({
    description: 'The code the authenticator app shows now, or a recovery code where one is accepted.',
  })
  @IsString()
  @Length(6, LIMITS.idempotencyKey)
  code: string;
}

/** One of the caller's sessions. */
@ArgsType()
export class SignInSessionArgs extends IdempotentArgs {
  @Field(() => Id, { description: 'The session.' })
  @IsUUID()
  id: string;
}
