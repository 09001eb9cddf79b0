import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessRekey } from '../access';
import { AppModule } from '../app.module';
import { ExchangeRekey } from '../exchanges';
import { Acts } from '../platform/acts';
import { type Config, loadConfig } from '../platform/config';
import { systemActor } from '../platform/context';
import { Logger } from '../platform/log';
import type { RekeyPart } from '../platform/rekey';

/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 200;
const ACTOR = systemActor('rekey');

type Say = (line: string) => void;
const print: Say = (line) => {
  process.stdout.write(`${line}\n`);
};

/** Works one part off, a batch per transaction and one audit event each; a run that was stopped goes on where it was. */
const runPart = async (acts: Acts, part: RekeyPart, say: Say): Promise<number> => {
  const pending = await acts.look(ACTOR, part.pending);
  let done = 0;
  for (let after: string | null = null; ;) {
    const place: string | null = after;
    const batch = await acts.perform(ACTOR, { action: 'keys.rekey' }, async (note) => {
      const result = await part.batch(place, BATCH);
      note.detail({ part: part.name, rows: result?.rows ?? 0 });
      return result;
    });
    if (batch === null) break;
    done += batch.rows;
    after = batch.last;
    say(`  ${part.name}: ${done} of ${Math.max(pending, done)}`);
  }
  return done;
};

/**
 * Brings everything that depends on a master key to the first listed one.
 * @returns how many rows still depend on another key afterwards; 0 means that the others may be taken away.
 */
export const rekeyWith = async (app: INestApplicationContext, say: Say): Promise<number> => {
  const acts = app.get(Acts);
  const parts = [...app.get(AccessRekey).parts(), ...app.get(ExchangeRekey).parts()];
  for (const part of parts) await runPart(acts, part, say);
  let left = 0;
  for (const part of parts) left += await acts.look(ACTOR, part.pending);
  return left;
};

/** The application as the owner role: the app role may not change what was sent, not even to seal it anew. */
export const ownerContext = async (config: Config): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(
    AppModule.with({ ...config, APP_DATABASE_URL: config.DATABASE_URL, ROLE: 'web' }),
    { logger: new Logger('silent') },
  );

/** `rekey`: after a new master key was put in front, before the old one is taken away. */
export const rekey = async (): Promise<void> => {
  const config = loadConfig();
  const [current] = config.MASTER_KEYS;
  const app = await ownerContext(config);
  try {
    print(`everything goes to master key ${current?.id ?? ''}`);
    const left = await rekeyWith(app, print);
    if (left > 0)
      throw new Error(`${left} rows still depend on another key: run it again before taking one away`);
    print('nothing depends on another key: the others may be taken out of MASTER_KEYS');
  } finally {
    await app.close();
  }
};
