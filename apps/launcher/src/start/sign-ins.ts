import { readJson } from '../build/stamp.ts';
import { secondsLeft, totp } from './totp.ts';

/** One demonstration account, as the API's `seed` writes it. */
export interface SignIn {
  readonly role: string;
  readonly unit: string;
  readonly email: string;
  readonly password: string;
  /** The base32 secret of the second factor, where the role asks for one. */
  readonly totpSecret?: string;
}

const heads = ['role', 'unit', 'e-mail', 'password', 'code'];

/** Reads the sign-ins that `seed` left; none when it left none. */
export async function readSignIns(file: string): Promise<SignIn[]> {
  const value = await readJson(file);
  return Array.isArray(value) ? value.filter(isSignIn) : [];
}

/** The sign-ins as a table, one per line, with the present code of every second factor. */
export function signInTable(signIns: readonly SignIn[], now: Date): string[] {
  if (signIns.length === 0) return [];
  const rows = signIns.map((one) => [
    one.role,
    one.unit,
    one.email,
    one.password,
    one.totpSecret === undefined ? '' : totp(one.totpSecret, now),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(...[heads, ...rows].map((row) => [...(row[column] ?? head)].length)),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`.trimEnd();
  const table = [line(heads), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)];
  return signIns.some((one) => one.totpSecret !== undefined) ? [...table, '', codeNote(now)] : table;
}

function codeNote(now: Date): string {
  return `  The codes hold for ${secondsLeft(now)} s; "npm run codes" shows the next ones.`;
}

/** By letters, not by UTF-16 units. */
function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}

function isSignIn(value: unknown): value is SignIn {
  if (typeof value !== 'object' || value === null) return false;
  const { role, unit, email, password, totpSecret } = value as Record<string, unknown>;
  const texts = [role, unit, email, password].every((one) => typeof one === 'string');
  return texts && (totpSecret === undefined || typeof totpSecret === 'string');
}
