import type { Chromium } from './chromium';
import type { SignIn } from './product';

/** What the global set-up found and started; travels to the tests through the environment. */
export interface SharedState {
  readonly address: string;
  readonly dataDir: string;
  readonly signIns: readonly SignIn[];
  readonly chromium: Chromium;
}

const variable = 'SOC_E2E';

/** Called by the global set-up. */
export function share(state: SharedState): void {
  process.env[variable] = JSON.stringify(state);
}

/** What every journey starts from. */
export function shared(): SharedState {
  const text = process.env[variable];
  if (text === undefined)
    throw new Error('The product is not running: journeys are started by `npm run test:e2e`.');
  return JSON.parse(text) as SharedState;
}

/** The demonstration sign-in of a role, or of a role in one unit. */
export function signInOf(role: string, unit?: string): SignIn {
  const found = shared().signIns.find(
    (one) => one.role === role && (unit === undefined || one.unit.includes(unit)),
  );
  if (!found)
    throw new Error(
      `There is no demonstration sign-in of ${role}${unit === undefined ? '' : ` in ${unit}`}.`,
    );
  return found;
}

/**
 * The demonstration sign-in of one person. The list names the offices most visitors look for; the caseworkers of the
 * others have the password of every caseworker.
 */
export function signInByEmail(email: string): SignIn {
  const found = shared().signIns.find((one) => one.email === email);
  return found ?? { role: 'CASEWORKER', unit: '', email, password: 'Dunarea-2026-caseworker' };
}
