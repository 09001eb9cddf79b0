import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ENDING, HOME } from './packages-loader.ts';

/**
 * A program of its own: `node keep-compiled.ts <dist> <file>`. Builds the whole application from its packed packages as `serve`
 * does, on the Node and with the switches it will run with, and writes what the engine compiled on the way.
 */
interface App {
  init(): Promise<unknown>;
}

interface DataSource {
  buildMetadatas(): Promise<void>;
}

interface Parts {
  readonly createApp: (config: unknown) => Promise<App>;
  readonly loadConfig: (env: unknown) => unknown;
}

const [dist = '', target = ''] = process.argv.slice(2);
const load = createRequire(join(dist, 'main.js'));

/** Invented: nothing is connected to and nothing is sealed. */
const SETTINGS = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://nobody@localhost/nothing',
  MASTER_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
  DEMO: 'false',
  LOG_LEVEL: 'silent',
};

const build = async (): Promise<void> => {
  load('reflect-metadata');
  const { DataSource } = load('typeorm') as { DataSource: { prototype: { initialize: unknown } } };
  DataSource.prototype.initialize = async function initialize(this: DataSource) {
    // All that it does but connect.
    await this.buildMetadatas();
    return this;
  };
  const { createApp } = load('./create-app') as Pick<Parts, 'createApp'>;
  const { loadConfig } = load('./platform/config') as Pick<Parts, 'loadConfig'>;
  await (await createApp(loadConfig(SETTINGS))).init();
};

if (!target.endsWith(ENDING)) throw new Error(`${target} is no place for compiled code`);
await build();
const packed = load(`./node_modules/${HOME}`) as { compile(): Buffer };
writeFileSync(target, packed.compile());
// What waits for a database would go on waiting.
process.exit(0);
