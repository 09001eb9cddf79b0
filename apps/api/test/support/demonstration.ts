import { demoPassword, demoPeople, demoSecret } from '../../src/seed/demonstration';
import { stepAt, totpAt } from '../../src/access/second-factor/totp';

/** How an invented person signs in. */
export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  /** The code an authenticator app shows at an instant; empty without a second factor. */
  readonly codeAt: (now: Date) => string;
}

/** The sign-in of one of the invented people. */
export const demoSignIn = (email: string): DemoSignIn => {
  const person = demoPeople.find((one) => one.email === email);
  if (person === undefined) throw new Error(`nobody is called ${email}`);
  const secret = demoSecret(person);
  return {
    email,
    password: demoPassword(person),
    codeAt: (now) => (secret === null ? '' : totpAt(secret, stepAt(now))),
  };
};
