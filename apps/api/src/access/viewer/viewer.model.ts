import type { Locale, Role } from '@soc-coop/contracts';
import { LocaleEnum, RoleEnum } from '@soc-coop/dto';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** Who is asking. */
@ObjectType('Viewer', { description: 'Who is asking: the person, the unit acted for and the roles there.' })
export class ViewerModel {
  @Field(() => [RoleEnum], { description: 'The roles held in the acting unit today.' })
  roles: readonly Role[];

  @Field(() => LocaleEnum, { description: 'The language of screens and mails.' })
  locale: Locale;

  @Field({ description: 'True when the person has a second factor.' })
  secondFactor: boolean;

  @Field({ description: 'True when a role of the person may not work without one.' })
  secondFactorRequired: boolean;

  @Field({ description: 'When the session ends unless it is used.' })
  sessionExpiresAt: Date;

  /** Resolved to `account`, `memberships` and what other rooms add; not part of the schema. */
  accountId: string;

  /** Resolved to `actingUnit`; not part of the schema. */
  unitId: string;
}

/** One place the person is signed in. */
@ObjectType('SignInSession', { description: 'One place the person is signed in.' })
export class SignInSessionModel {
  @Field(() => ID, { description: 'Its identifier.' })
  id: string;

  @Field({ description: 'True for the session that asks.' })
  current: boolean;

  @Field({ description: 'When the person signed in.' })
  createdAt: Date;

  @Field({ description: 'When it was last used, to the minute.' })
  lastSeenAt: Date;

  @Field(() => String, { nullable: true, description: 'What the browser says of itself.' })
  userAgent: string | null;
}

/** A secret to be put into an authenticator app. */
@ObjectType('SecondFactorEnrolment', {
  description: 'A secret to be put into an authenticator app; shown once.',
})
export class SecondFactorEnrolmentModel {
  @Field({ description: 'The secret to type in, in groups of four.' })
  secret: string;

  @Field({ description: 'The same as an otpauth address.' })
  uri: string;

  @Field({ description: 'The same as a QR code (SVG).' })
  qrSvg: string;
}
