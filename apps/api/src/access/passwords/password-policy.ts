import { searchKey } from '@soc-coop/domain';
import { COMMON_PASSWORDS } from './common-passwords';

/** Length in code points; the upper bound keeps hashing cheap and long phrases possible. */
export const PASSWORD_LENGTH = { min: 12, max: 256 } as const;

/** Why a new password is not taken; words of the `reason` parameter of `access.passwordWeak`. */
export type PasswordProblem = 'tooShort' | 'tooLong' | 'common' | 'personal' | 'monotonous' | 'same';

/** What a password must not be made of. */
export interface PasswordOwner {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** Control characters cannot be typed: a password with one was cut or made by a program. */
export const isTypeable = (password: string): boolean => password.isWellFormed() && !/\p{Cc}/u.test(password);

/** The form a password is compared and hashed in: the same letters typed on another keyboard are the same. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

const lettersOnly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Fewer than five different characters: `aaaaaaaaaaaa`, `121212121212`. */
const isMonotonous = (password: string): boolean => new Set(password.toLowerCase()).size < 5;

/** A text without its repetitions: `abcabcabc` is `abc`. */
const once = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

/** A common password, also when digits, signs or itself were put at its ends until it was long enough. */
const isCommon = (password: string): boolean => {
  const bare = lettersOnly(password);
  const trimmed = bare.replace(/^\d+|\d+$/g, '');
  return [bare, trimmed, once(bare), once(trimmed)].some((form) => COMMON_PASSWORDS.has(form));
};

/** Made of what everybody knows of the person, and little else. */
const isPersonal = (password: string, owner: PasswordOwner): boolean => {
  const [local = ''] = owner.email.split('@');
  const known = [owner.email, local, owner.givenName, owner.familyName]
    .map((text) => lettersOnly(searchKey(text)))
    .filter((text) => text.length >= 3);
  const bare = lettersOnly(searchKey(password));
  const rest = known
    .sort((left, right) => right.length - left.length)
    .reduce((text, part) => text.replaceAll(part, ''), bare);
  return rest.length < bare.length && rest.replace(/\d/g, '').length < 4;
};

/**
 * Says what is wrong with a new password, or null. After NIST SP 800-63B: length and known-bad passwords are
 * checked, no mixture of character classes is asked for and nothing expires.
 */
export const passwordProblem = (password: string, owner: PasswordOwner): PasswordProblem | null => {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < PASSWORD_LENGTH.min) return 'tooShort';
  if (length > PASSWORD_LENGTH.max) return 'tooLong';
  if (isMonotonous(normal)) return 'monotonous';
  if (isCommon(normal)) return 'common';
  return isPersonal(normal, owner) ? 'personal' : null;
};
