import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Config, loadConfig } from '../platform/config';
import { SecretBox } from '../platform/crypto';
import { DomainError } from '../platform/errors';
import { type DemoSignIn, demoSignIns, seedDemonstration } from './seed-demonstration';
import { seedReference } from './seed-reference';
import { withSeeding } from './seeding';

/** Loads demonstration data of another room once people and units are there. Must bear repetition. */
export type DemoStep = (config: Config) => Promise<void>;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const writeSignIns = async (file: string | undefined, signIns: readonly DemoSignIn[]): Promise<void> => {
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
};

/** False when the database holds real people: then nothing is loaded and nothing is said of sign-ins. */
const loadDemonstration = async (config: Config): Promise<boolean> => {
  try {
    await withSeeding(config.DATABASE_URL, (seeding) =>
      seedDemonstration(seeding, new SecretBox(config.MASTER_KEYS)),
    );
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'directory.holdsRealData') return false;
    throw error;
  }
};

/**
 * Loads reference data, and demonstration data where DEMO says so. Both may run at every start.
 * @param demoSteps what other rooms add to the demonstration, in this order.
 */
export const runSeed = async (
  demoSteps: readonly DemoStep[] = [],
  config: Config = loadConfig(),
): Promise<void> => {
  const counts = await withSeeding(config.DATABASE_URL, seedReference);
  const news = Object.entries(counts).filter(([, count]) => count > 0);
  say(
    news.length === 0
      ? 'reference data are up to date'
      : `reference data: ${news.map(([name, count]) => `${count} ${name}`).join(', ')}`,
  );
  if (!config.DEMO) return;
  if (!(await loadDemonstration(config))) {
    await writeSignIns(config.DEMO_SIGN_INS_FILE, []);
    say('real people work in this database: demonstration data are not loaded');
    return;
  }
  for (const step of demoSteps) await step(config);
  await writeSignIns(config.DEMO_SIGN_INS_FILE, demoSignIns());
  say('demonstration data are loaded');
};
