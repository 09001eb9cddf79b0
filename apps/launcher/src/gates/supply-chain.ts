import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** A version that means one package and no other: `1.2.3`, `npm:other@1.2.3`, or a workspace of ours. */
const EXACT = /^(?:workspace:\*|(?:npm:@?[^@]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?)$/;

/** Minutes a package must have been public: most hijacked releases are withdrawn sooner. */
const YOUNGEST = 4320;

type Manifest = Partial<Record<(typeof KINDS)[number], Readonly<Record<string, string>>>>;

interface Lock {
  readonly packages?: Readonly<
    Record<string, { readonly resolution?: { readonly integrity?: string; readonly tarball?: string } }>
  >;
}

interface Settings {
  readonly minimumReleaseAge?: number;
  readonly dangerouslyAllowAllBuilds?: boolean;
  readonly allowBuilds?: Readonly<Record<string, unknown>>;
}

const manifestsOf = async (root: string): Promise<readonly string[]> => {
  const folders = await Promise.all(
    ['apps', 'libs'].map(async (top) => (await readdir(path.join(root, top))).map((one) => `${top}/${one}`)),
  );
  return ['.', ...folders.flat()]
    .map((folder) => path.posix.join(folder, 'package.json'))
    .filter((file) => existsSync(path.join(root, file)));
};

const loose = async (root: string, file: string): Promise<readonly string[]> => {
  const manifest = JSON.parse(await readFile(path.join(root, file), 'utf8')) as Manifest;
  return KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${file}: ${name} "${version}" is not one version`);
};

const unproven = ({ packages = {} }: Lock): readonly string[] =>
  Object.entries(packages)
    .filter(([, { resolution }]) => !resolution?.integrity?.startsWith('sha512-') || resolution.tarball)
    .map(([name]) => `pnpm-lock.yaml: ${name} comes without a SHA-512 of its content, or from elsewhere`);

const open = ({ minimumReleaseAge = 0, dangerouslyAllowAllBuilds, allowBuilds = {} }: Settings): string[] => [
  ...(minimumReleaseAge < YOUNGEST
    ? [`pnpm-workspace.yaml: packages may be younger than ${YOUNGEST} minutes`]
    : []),
  ...(dangerouslyAllowAllBuilds === true
    ? ['pnpm-workspace.yaml: every package may run install scripts']
    : []),
  ...Object.entries(allowBuilds)
    .filter(([name, answer]) => name.includes('*') || typeof answer !== 'boolean')
    .map(
      ([name]) => `pnpm-workspace.yaml: whether "${name}" may run install scripts is not answered by name`,
    ),
];

const readYaml = async <T>(root: string, file: string): Promise<T> =>
  parse(await readFile(path.join(root, file), 'utf8')) as T;

/** Holds what the house is built from to exact, provable versions and to install scripts that are allowed by name. */
export const checkSupplyChain = async (root: string): Promise<readonly string[]> => [
  ...(await Promise.all((await manifestsOf(root)).map((file) => loose(root, file)))).flat(),
  ...unproven(await readYaml<Lock>(root, 'pnpm-lock.yaml')),
  ...open(await readYaml<Settings>(root, 'pnpm-workspace.yaml')),
];
