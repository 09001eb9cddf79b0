import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { root } from '../tools/paths.ts';
import { readDockerfile } from './dockerfile.ts';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ulimits?: { readonly core?: number };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const folder = join(root, 'docker');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const stages = readDockerfile(read('Dockerfile'));
const nginx = read('proxy/nginx.conf');
const service = (name: string): Service => compose.services[name] ?? {};

describe('compose.yaml', () => {
  it('runs PostgreSQL 18, two APIs, a worker and a proxy, and a scanner for whoever asks for it', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'api-1',
      'api-2',
      'clamd',
      'database',
      'prepare',
      'proxy',
      'worker',
    ]);
    expect(service('clamd').profiles).toEqual(['scanner']);
    expect(service('database').image).toMatch(/^postgres:18\.\d+-/);
    expect(
      ['api-1', 'api-2', 'worker', 'prepare'].map((name) => service(name).environment?.['ROLE']),
    ).toEqual(['web', 'web', 'worker', 'web']);
  });

  it.each(services)('%s has a read-only file system and no rights to gain', (_, one) => {
    expect(one.read_only).toBe(true);
    expect(one.cap_drop).toEqual(['ALL']);
    expect(one.security_opt).toContain('no-new-privileges:true');
    expect(one.image).toMatch(/:(\d|\$\{SOC_VERSION:-\d)/);
  });

  it.each(['api-1', 'api-2', 'worker', 'prepare'])('%s leaves no image of its memory on a disk', (name) => {
    expect(service(name).ulimits).toEqual({ core: 0 });
  });

  it.each(services)('%s runs without root rights and tells its health', (_, one) => {
    const stage = stages.find(({ name }) => name === one.build?.target);
    const user = one.user ?? stage?.instructions.findLast(({ name }) => name === 'USER')?.words ?? 'root';
    expect(user).not.toMatch(/^(root|0)(:|$)/);
    const tells = one.healthcheck ?? stage?.instructions.find(({ name }) => name === 'HEALTHCHECK');
    expect(tells).toBeDefined();
  });

  it.each(services)('%s is built from a stage that is there', (_, { build }) => {
    if (!build) return;
    expect(existsSync(resolve(folder, build.context, build.dockerfile))).toBe(true);
    expect(stages.map(({ name }) => name)).toContain(build.target);
  });

  it.each(services)('%s names only secrets, networks and services that are there', (_, one) => {
    expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining([...(one.secrets ?? [])]));
    expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...(one.networks ?? [])]));
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(one.depends_on ?? {})));
  });

  it.each(services)('%s mounts only files and volumes that are there', (_, { volumes = [] }) => {
    const sources = volumes.map((volume) => volume.split(':')[0] ?? '');
    const there = (source: string): boolean =>
      source.startsWith('.') ? existsSync(join(folder, source)) : source in compose.volumes;
    expect(sources.filter((source) => !there(source))).toEqual([]);
  });

  it.each(services)('%s gets secrets as files, and only those it is given', (_, one) => {
    for (const [name, value] of Object.entries(one.environment ?? {})) {
      if (/PASSWORD|KEYS|DATABASE_URL/.test(name)) expect(name).toMatch(/_FILE$/);
      const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1];
      if (secret !== undefined) expect(one.secrets).toContain(secret);
    }
  });

  it('keeps the owner of the schema away from whatever serves', () => {
    for (const name of ['api-1', 'api-2', 'worker', 'proxy'])
      expect(service(name).secrets ?? []).not.toContain('owner_database_url');
    expect(service('prepare').environment?.['DATABASE_URL_FILE']).toBe('/run/secrets/owner_database_url');
  });

  it('serves nothing before the schema is there, and the database before it answers', () => {
    for (const name of ['api-1', 'api-2', 'worker']) {
      expect(service(name).depends_on?.['prepare']?.condition).toBe('service_completed_successfully');
    }
    expect(service('prepare').depends_on?.['database']?.condition).toBe('service_healthy');
  });

  it('publishes the proxy alone', () => {
    expect(services.filter(([, one]) => one.ports).map(([name]) => name)).toEqual(['proxy']);
    expect(compose.networks['inside']?.internal).toBe(true);
  });

  it('has a maker for every secret', () => {
    const maker = read('make-secrets.sh');
    for (const name of Object.keys(compose.secrets)) expect(maker).toContain(name);
  });
});

describe('the entrypoint', () => {
  it('reads every setting that compose gives as a file', () => {
    const listed = /for name in ([A-Z_ ]+);/.exec(read('entrypoint.sh'))?.[1]?.split(' ') ?? [];
    const given = ['api-1', 'worker', 'prepare'].flatMap((name) =>
      Object.keys(service(name).environment ?? {}),
    );
    const files = given.filter((name) => name.endsWith('_FILE')).map((name) => name.replace(/_FILE$/, ''));
    expect([...new Set(files)].sort()).toEqual([...listed].sort());
  });
});

describe('the proxy', () => {
  it('spreads over exactly the API processes of compose.yaml, on the port they listen on', () => {
    const targets = [...nginx.matchAll(/^\s*server ([\w-]+):(\d+) /gm)].map(
      ([, host, port]) => `${host}:${port}`,
    );
    const api = stages.find(({ name }) => name === 'api');
    const port = api?.instructions.find(({ name }) => name === 'EXPOSE')?.words;
    const names = services.filter(([, one]) => one.environment?.['ROLE'] === 'web').map(([name]) => name);
    expect(targets).toEqual(names.filter((name) => name !== 'prepare').map((name) => `${name}:${port}`));
  });

  it('writes only where it may, and logs no query string', () => {
    for (const [, path = ''] of nginx.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);/gm))
      expect(path).toMatch(/^\/tmp\//);
    expect(/log_format plain '([^']*)'/.exec(nginx)?.[1]).not.toMatch(
      /\$(request|request_uri|args|query_string)\b/,
    );
  });

  it('closes every block it opens', () => {
    const code = nginx.replace(/#.*$/gm, '').replace(/'[^']*'|"[^"]*"/g, '');
    expect(code.split('{').length).toBe(code.split('}').length);
    const statements = code
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    expect(statements.filter((line) => !/[;{}]$/.test(line))).toEqual([]);
  });

  it('keeps figures and the health of single processes inside', () => {
    for (const path of ['/metrics', '/health/'])
      expect(nginx).toMatch(new RegExp(`location ${path} \\{\\s*return 404;`));
  });
});
