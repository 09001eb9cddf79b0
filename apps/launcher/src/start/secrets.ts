import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { writeWhole } from '../build/stamp.ts';

/**
 * The keys of this machine's data: read when they are there, made once when they are not. Whoever sets MASTER_KEYS
 * in the environment keeps them elsewhere, and no file is made.
 */
export async function localSecrets(file: string, env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  if (env['MASTER_KEYS']) return {};
  if (!existsSync(file)) {
    await writeWhole(
      file,
      "# The keys that encrypt identifiers and second-factor secrets in this folder's database.\n" +
        '# Without this file those data cannot be read again: back it up with them, and show it to nobody.\n' +
        `MASTER_KEYS=1:${randomBytes(32).toString('base64')}\n`,
      0o600,
    );
  }
  const values = parseEnv(readFileSync(file, 'utf8'));
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
