import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaces } from '../build/workspaces.ts';
import { root } from '../tools/paths.ts';
import { readDockerfile, type Stage } from './dockerfile.ts';

const stages = readDockerfile(readFileSync(join(root, 'docker/Dockerfile'), 'utf8'));
const shipped = stages.filter((stage) => ['api', 'proxy'].includes(stage.name));
const of = (stage: Stage, name: string): string[] =>
  stage.instructions.filter((one) => one.name === name).map((one) => one.words);
const bases = stages
  .map((stage) => stage.base)
  .filter((base) => !stages.some((stage) => stage.name === base));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  packageManager: string;
  devDependencies: Record<string, string>;
};

describe('the Dockerfile', () => {
  it('ships an API and a proxy', () => {
    expect(shipped.map((stage) => stage.name)).toEqual(['api', 'proxy']);
  });

  it.each(bases)('%s names an exact version', (base) => {
    expect(base).toMatch(/^[a-z/]+:\d+\.\d+\.\d+(-[a-z]+)*$/);
  });

  it('runs on the Node and installs with the pnpm that development pins', () => {
    const node = manifest.devDependencies['node'] ?? '';
    expect(bases.filter((base) => base.startsWith('node:'))).toEqual([
      `node:${node}-bookworm-slim`,
      `node:${node}-bookworm-slim`,
    ]);
    const [workspace] = stages;
    expect(of(workspace as Stage, 'RUN')).toContain(`npm install --global ${manifest.packageManager}`);
  });

  it.each(shipped.map((stage) => [stage.name, stage] as const))(
    '%s runs without root rights and tells its health',
    (_, stage) => {
      const [user = 'root'] = of(stage, 'USER').slice(-1);
      expect(user).not.toMatch(/^(root|0)(:|$)/);
      expect(of(stage, 'HEALTHCHECK')).toHaveLength(1);
      expect(of(stage, 'EXPOSE').map(Number)[0]).toBeGreaterThan(1024);
    },
  );

  it('copies the manifest of every workspace before it installs', () => {
    const copied = stages.flatMap((stage) => of(stage, 'COPY'));
    for (const { path } of workspaces()) expect(copied).toContain(`${path}/package.json ${path}/`);
  });

  it('copies only what is there', () => {
    const copies = stages
      .flatMap((stage) => of(stage, 'COPY'))
      .filter((words) => !words.startsWith('--from='));
    const sources = copies.flatMap((words) => words.split(' ').slice(0, -1));
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('ships the packages of the API in one file, and no installed ones of the build', () => {
    const build = stages.find(({ name }) => name === 'build');
    const copy = of(build as Stage, 'RUN').find((words) => words.includes('cp --parents')) ?? '';
    expect(copy).toContain('-name node_modules ! -path apps/api/dist/node_modules');
  });

  it('takes from earlier stages only', () => {
    const seen: string[] = [];
    for (const stage of stages) {
      const sources = of(stage, 'COPY').flatMap((words) => /--from=(\S+)/.exec(words)?.[1] ?? []);
      expect(sources.filter((source) => !seen.includes(source))).toEqual([]);
      seen.push(stage.name);
    }
  });

  it('leaves secrets and data of this machine out of the build', () => {
    const ignored = readFileSync(join(root, 'docker/Dockerfile.dockerignore'), 'utf8').split('\n');
    for (const path of ['.git', '.data', 'docker/secrets', '**/node_modules'])
      expect(ignored).toContain(path);
  });
});
