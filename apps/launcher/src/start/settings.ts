import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { errorCode } from '../tools/errors.ts';
import { root } from '../tools/paths.ts';
import { Refusal } from '../tools/ui.ts';

/** What the launcher itself needs to know; everything else is the API's to read and refuse. */
export interface StartSettings {
  /** Everything the product keeps on this machine. */
  readonly dataDir: string;
  readonly port: number;
  /** A PostgreSQL that is already there; null for the embedded one. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  /** The file the API's `seed` writes the demonstration sign-ins to. */
  readonly signInsFile: string;
  readonly logFile: string;
}

const defaultPort = 3000;
const portProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there',
  EACCES: 'this user may not listen there',
};

/** Reads the launcher's settings; an empty value counts as absent. */
export async function readSettings(env: NodeJS.ProcessEnv): Promise<StartSettings> {
  const dataDir = resolve(root, env['DATA_DIR'] || '.data');
  return {
    dataDir,
    port: await choosePort(env['PORT'] || String(defaultPort)),
    databaseUrl: env['DATABASE_URL'] || null,
    demo: !['false', '0'].includes(env['DEMO'] ?? ''),
    signInsFile: join(dataDir, 'demo-sign-ins.json'),
    logFile: join(dataDir, 'api.log'),
  };
}

/** The environment of the API's commands. What the person has set wins. */
export function apiEnvironment(
  settings: StartSettings,
  database: string,
  secrets: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  return {
    NODE_ENV: 'production',
    WEB_ROOT: join(root, 'apps/web/dist'),
    OPERATIONS_FILE: join(root, 'apps/web/data/operations.json'),
    GRAPHIQL_ROOT: join(root, 'apps/graphiql/dist'),
    FILE_STORE: join(settings.dataDir, 'files'),
    ...secrets,
    ...given,
    DEMO_SIGN_INS_FILE: settings.signInsFile,
    DEMO: String(settings.demo),
    DATABASE_URL: database,
    // The demonstration's passwords are printed in the README: nobody but this machine may use them unasked.
    HOST: env['HOST'] || '127.0.0.1',
    PORT: env['PORT'] === '0' ? String(settings.port) : (env['PORT'] ?? String(settings.port)),
  };
}

/** Refuses a port that somebody else listens on, before anything takes time. */
export async function requireFreePort(port: number): Promise<void> {
  const problem = await listenOnce(port).then(
    () => null,
    (error: unknown) => errorCode(error),
  );
  const why = portProblems[problem ?? ''];
  if (why !== undefined) {
    throw new Refusal(`Port ${port} cannot be used: ${why}.\nChoose another one: PORT=3100 npm start`);
  }
}

/** A wrong port is left to the API, which lists it together with every other wrong setting. */
async function choosePort(text: string): Promise<number> {
  const port = Number(text);
  return port === 0 ? listenOnce(0) : port;
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 0, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  });
}
