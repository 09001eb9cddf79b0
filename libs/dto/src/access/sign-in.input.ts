import { LIMITS } from '@soc-coop/contracts';
import { IsString, Length, Matches } from 'class-validator';

/** Longest password taken, in characters; checked before anything is hashed. */
export const PASSWORD_MAX = 256;

/** A password as it arrives: no control characters, for nobody can type them. */
export const IsPasswordText = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  Length(1, PASSWORD_MAX)(target, property);
  Matches(/^\P{Cc}*$/u)(target, property);
};

/** What signing in asks for first. */
export class SignInInput {
  @IsString()
  @Length(3, 254)
  @Matches(/^[^\s@]+@[^\s@]+$/)
  email: string;

  @IsPasswordText()
  password: string;
}

/** A time code or a recovery code, as typed. */
export class SecondFactorInput {
  @IsString()
  @Length(6, LIMITS.idempotencyKey)
  code: string;
}
