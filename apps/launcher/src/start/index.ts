import { join } from 'node:path';
import { build } from '../build/index.ts';
import { databaseUrl, ensureDatabase } from '../postgres/databases.ts';
import { settle } from '../postgres/place.ts';
import { type Server, startServer } from '../postgres/server.ts';
import { done, failed, say, since, working } from '../tools/ui.ts';
import { type Api, runApiCommand, serve, tail, waitUntilReady } from './api.ts';
import { claim } from './running.ts';
import { localSecrets } from './secrets.ts';
import { apiEnvironment, readSettings, requireFreePort, type StartSettings } from './settings.ts';
import { Shutdown } from './shutdown.ts';
import { readSignIns, signInTable } from './sign-ins.ts';

const databaseName = 'soc_coop';

/**
 * `soc start [--until-input-closes]`: builds what changed, brings up the database and the API, and holds them until
 * a signal comes, or until whoever started it is gone, for those that hold the other end of its input.
 */
export async function start(words: readonly string[]): Promise<number> {
  const shutdown = new Shutdown();
  const stopped = shutdown.listen(words.includes('--until-input-closes') ? process.stdin : null);
  try {
    const settings = await readSettings(process.env);
    const running = await bringUp(settings, shutdown);
    if (running === null) return 130;
    const ending = await Promise.race([stopped.then(() => null), ...running]);
    if (ending === null) return 0;
    failed('stopped', ending);
    return 1;
  } catch (error) {
    // What a signal cut short has no news to tell.
    if (shutdown.hasBegun()) return 130;
    throw error;
  } finally {
    await shutdown.run();
  }
}

/** @returns what may end by itself, with its reason; null when a signal came meanwhile */
async function bringUp(settings: StartSettings, shutdown: Shutdown): Promise<Promise<string>[] | null> {
  const began = performance.now();
  const folder = await claim(settings.dataDir);
  shutdown.add(() => folder.release());
  await requireFreePort(settings.port);
  await build(['api', 'web', 'graphiql']);
  const secrets = await localSecrets(join(settings.dataDir, 'secrets.env'), process.env);
  if (shutdown.hasBegun()) return null;

  const server = settings.databaseUrl === null ? await embedded(settings, shutdown) : null;
  const address = server === null ? (settings.databaseUrl ?? '') : databaseUrl(server, databaseName);
  if (server === null) done('database', 'the one DATABASE_URL names');
  const env = apiEnvironment(settings, address, secrets, process.env);
  await prepare(settings, env);
  if (shutdown.hasBegun()) return null;

  const api = await launchApi(settings, env, shutdown, (url, pid) => folder.note(url, pid));
  if (api === null) return null;
  await greet(settings, began);
  return [
    ...(server === null
      ? []
      : [server.ended.then(() => `PostgreSQL ended. Its log is in ${settings.dataDir}.`)]),
    api.ended.then((code) => `${tail(settings.logFile)}\nThe API ended with code ${code}.`),
  ];
}

async function embedded(settings: StartSettings, shutdown: Shutdown): Promise<Server> {
  const started = performance.now();
  const place = settle(settings.dataDir);
  const { server, created, hadLeftover } = await startServer(place, 'durable');
  shutdown.add(() => server.stop());
  await ensureDatabase(server, databaseName);
  const before = hadLeftover ? ', after one that was left running' : '';
  done(
    'database',
    `PostgreSQL 18, ${created ? 'new data' : 'data kept'} in ${place.dataDir}${before}, ${since(started)}`,
  );
  return server;
}

async function prepare(settings: StartSettings, env: NodeJS.ProcessEnv): Promise<void> {
  const migrating = performance.now();
  await runApiCommand('migrate', env);
  done('schema', since(migrating));
  const seeding = performance.now();
  const slow = setTimeout(() => working('data', 'loading'), 1500);
  await runApiCommand('seed', env, sayProgress).finally(() => clearTimeout(slow));
  done('data', `${settings.demo ? 'reference and demonstration' : 'reference'}, ${since(seeding)}`);
}

/** The first start tells some hundred cases: how many so far. */
function sayProgress(text: string): void {
  const [, progress] = /cases: (\d+ of \d+)/.exec(text) ?? [];
  if (progress !== undefined) working('data', `cases: ${progress}`);
}

async function launchApi(
  settings: StartSettings,
  env: NodeJS.ProcessEnv,
  shutdown: Shutdown,
  note: (address: string, pid: number) => Promise<void>,
): Promise<Api | null> {
  const started = performance.now();
  const address = `http://localhost:${settings.port}`;
  const api = serve(env, settings.logFile);
  shutdown.add(() => api.stop());
  await note(address, api.pid);
  await waitUntilReady(api, `http://127.0.0.1:${settings.port}`, settings.logFile, () => shutdown.hasBegun());
  if (shutdown.hasBegun()) return null;
  done('serve', since(started));
  return api;
}

async function greet(settings: StartSettings, began: number): Promise<void> {
  say();
  say(`  Ready after ${since(began)}:  http://localhost:${settings.port}`);
  if (settings.demo) {
    say();
    signInTable(await readSignIns(settings.signInsFile), new Date()).forEach((line) => say(line));
  }
  say();
  say(`  Log: ${settings.logFile}   Stop: Ctrl+C`);
}
