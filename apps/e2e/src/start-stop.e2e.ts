import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { startTestServer, stopTestServer } from '@soc-coop/testing';
import { alive, commandOf } from './processes';
import { type Product, start, startLogOf, temporaryFolder } from './product';
import { shared } from './shared-state';

const nobody = 65_534;
const folders: string[] = [];
const started: Product[] = [];

/**
 * Starts, and remembers what to clear away whatever becomes of the test. Demonstration data take longer than all the
 * rest of a start: only the product that the journeys share has them.
 */
const launch = async (options: Parameters<typeof start>[0] = {}): Promise<Product> => {
  const dataDir = options.dataDir ?? newDataDir();
  const product = await start({ ...options, dataDir, env: { DEMO: 'false', ...options.env } });
  started.push(product);
  return product;
};

const newDataDir = (): string => {
  const folder = temporaryFolder();
  folders.push(folder);
  return join(folder, 'data');
};

const status = (address: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${address}${path}`, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

const isReady = async (product: Product): Promise<boolean> =>
  (await status(product.address, '/health/ready')) === 200;

/** The database cluster's own number: the same one means the same data. */
const clusterOf = (product: Product): string =>
  readFileSync(join(product.dataDir, 'postgres', 'global', 'pg_control'))
    .subarray(0, 8)
    .toString('hex');

afterAll(async () => {
  for (const product of started) await product.kill();
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

it('a fresh start with demonstration data says where to go and who may sign in', () => {
  const { address, dataDir, signIns } = shared();
  const output = readFileSync(startLogOf(dataDir), 'utf8');
  expect(output).toContain(address);
  expect(signIns.length).toBeGreaterThan(0);
  for (const { role, email, password } of signIns)
    expect(output).toMatch(new RegExp(`${role} .*${email} +${password}`));
  const keys = readFileSync(join(dataDir, 'secrets.env'), 'utf8').split('MASTER_KEYS=')[1]?.trim();
  expect(keys).toMatch(/\S{20}/);
  expect(output).not.toContain(keys);
});

describe('one data folder through its life', () => {
  const dataDir = newDataDir();
  let cluster: string;
  let keys: string;

  it('is made by a fresh start, which says where to go and keeps its secrets to itself', async () => {
    const product = await (await launch({ dataDir })).ready();
    expect(await isReady(product)).toBe(true);
    expect(await status(product.address, '/')).toBe(200);
    expect(product.output).toContain(product.address);
    expect(statSync(join(dataDir, 'secrets.env')).mode & 0o777).toBe(0o600);
    cluster = clusterOf(product);
    keys = readFileSync(join(dataDir, 'secrets.env'), 'utf8');
    expect(product.output).not.toContain(keys.split('MASTER_KEYS=')[1]?.trim());
  });

  it('DEMO=false leaves demonstration data and sign-ins out', () => {
    const [product] = started as [Product];
    expect(product.signIns).toEqual([]);
    expect(product.output).not.toContain('password');
  });

  it('keeps its port: who asks for the same one is told before anything takes time', async () => {
    const { port } = new URL((started[0] as Product).address);
    const second = await launch({ env: { PORT: port } });
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain(`Port ${port}`);
    expect(existsSync(join(second.dataDir, 'postgres'))).toBe(false);
  });

  it('serves no second start at the same time, and says who has it', async () => {
    const [first] = started;
    const second = await launch({ dataDir });
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain('already runs');
    expect(second.output).toContain(first?.address ?? 'the address of the first');
    expect(await isReady(first as Product)).toBe(true);
  });

  it('is left in order by Ctrl+C: the API first, then PostgreSQL, no process behind', async () => {
    const [product] = started as [Product];
    const pids = product.pids;
    const commands = pids.map(commandOf).join('\n');
    expect(commands).toContain('main.js serve');
    expect(commands).toContain('postgres -D');
    expect(await product.interrupt()).toBe(0);
    expect(alive(pids).map(commandOf)).toEqual([]);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });

  it('is kept by a second start', async () => {
    const product = await (await launch({ dataDir })).ready();
    expect(product.output).toContain('data kept');
    expect(clusterOf(product)).toBe(cluster);
    expect(readFileSync(join(dataDir, 'secrets.env'), 'utf8')).toBe(keys);
  });

  it('comes back after the launcher alone was killed: what it left running is stopped', async () => {
    const before = started.at(-1) as Product;
    const left = before.pids.filter((pid) => /main\.js serve|postgres/.test(commandOf(pid)));
    await before.kill(before.pids.filter((pid) => /start\.mjs|cli\.ts/.test(commandOf(pid))));
    expect(alive(left).length).toBeGreaterThan(1);
    const product = await (await launch({ dataDir })).ready();
    expect(alive(left)).toEqual([]);
    expect(product.output).toContain('after one that was left running');
    expect(clusterOf(product)).toBe(cluster);
  });

  it('comes back after a kill -9 of everything, PostgreSQL included', async () => {
    await (started.at(-1) as Product).kill();
    const product = await (await launch({ dataDir })).ready();
    expect(await isReady(product)).toBe(true);
    expect(clusterOf(product)).toBe(cluster);
  });

  it('ends with the process that holds its input, when that asks for it', async () => {
    const product = started.at(-1) as Product;
    const pids = product.pids;
    product.process.stdin?.end();
    expect(await product.ended()).toBe(0);
    expect(alive(pids).map(commandOf)).toEqual([]);
  });
});

it('a start ended while it still builds up leaves no process', async () => {
  const product = await launch();
  while (!product.output.includes('database')) await new Promise((resolve) => setTimeout(resolve, 20));
  const pids = product.pids;
  expect(await product.interrupt()).toBe(130);
  expect(product.output).not.toContain('Ready after');
  expect(alive(pids).map(commandOf)).toEqual([]);
});

it('wrong settings are refused at once, every wrong name listed, and nothing keeps running', async () => {
  const product = await launch({ env: { ROLE: 'king', LOG_LEVEL: 'loud', MASTER_KEYS: 'short-secret' } });
  expect(await product.ended()).toBe(1);
  for (const name of ['ROLE', 'LOG_LEVEL', 'MASTER_KEYS']) expect(product.output).toContain(name);
  expect(product.output).not.toContain('short-secret');
  expect(existsSync(join(product.dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

it('with DATABASE_URL there is no embedded server', async () => {
  const server = await startTestServer({ migrated: false });
  try {
    const product = await (await launch({ env: { DATABASE_URL: server.ownerUrl } })).ready();
    expect(await isReady(product)).toBe(true);
    expect(product.pids.map(commandOf).join('\n')).not.toContain('postgres -D');
    expect(existsSync(join(product.dataDir, 'postgres'))).toBe(false);
    expect(await product.interrupt()).toBe(0);
  } finally {
    await stopTestServer();
  }
});

it('an ordinary user can start it too', async () => {
  const dataDir = newDataDir();
  const root = process.getuid?.() === 0;
  if (root) {
    // Somebody else's checkout, a data folder of one's own.
    mkdirSync(dataDir);
    chownSync(dataDir, nobody, nobody);
    chmodSync(dirname(dataDir), 0o755);
  }
  const product = await launch({ dataDir, ...(root && { uid: nobody, env: { HOME: dataDir } }) });
  await product.ready();
  expect(await isReady(product)).toBe(true);
  const postgres = product.pids.find((pid) => commandOf(pid).includes('postgres -D')) ?? 0;
  expect(statSync(`/proc/${postgres}`).uid).toBe(root ? nobody : process.getuid?.());
  expect(await product.interrupt()).toBe(0);
});
