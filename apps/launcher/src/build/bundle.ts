import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../tools/paths.ts';
import { withOwnHelpers } from './bundle-helpers.ts';

interface Asked {
  readonly path: string;
  readonly kind: string;
  readonly resolveDir: string;
  readonly importer: string;
  readonly namespace: string;
  readonly pluginData: unknown;
}

interface Found {
  readonly path: string;
}

interface Hooks {
  onResolve(options: { readonly filter: RegExp }, found: (asked: Asked) => Promise<Found | undefined>): void;
  resolve(path: string, options: Omit<Asked, 'path'>): Promise<Found>;
}

type Options = Readonly<Record<string, unknown>>;

/** As much of esbuild as is used here: it comes with Vite, which the web client declares. */
interface Bundler {
  build(options: Options): Promise<{
    readonly outputFiles: readonly { readonly text: string }[];
  }>;
}

/** What is to be one file. */
export interface Wanted {
  readonly names: readonly string[];
  /** Packages that are left to Node. */
  readonly loose: readonly string[];
  /** The folder the names are resolved from. */
  readonly from: string;
  readonly before: string;
  readonly after: string;
}

/** Packages that are published in both formats and asked for in both: one copy is enough, and they only name exports. */
const TWICE = /^(@graphql-tools|@apollo)\//;

const settings: Options = {
  absWorkingDir: root,
  outfile: 'packages.js',
  write: false,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  charset: 'ascii',
  // Nest finds much by the names of classes. Nothing is shortened: stack traces are read by people.
  keepNames: true,
  legalComments: 'none',
  logLevel: 'silent',
  logLimit: 0,
  define: { 'import.meta.url': '__here' },
  plugins: [{ name: 'one-copy', setup: takeOneCopy }],
};

/** The packages as one file that exports, by name, what loads each of them at its first use. */
export async function bundleOf(wanted: Wanted): Promise<string> {
  const { names, loose, from, before, after } = wanted;
  const door = (name: string): string => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)}),`;
  const files = await build({
    ...settings,
    stdin: { contents: `exports.load = {\n${names.map(door).join('\n')}\n};`, resolveDir: from },
    banner: { js: before },
    footer: { js: after },
    external: [...loose],
  });
  return withOwnHelpers(files[0]?.text ?? '');
}

/** What cannot be found is not installed: it stays a `require`, which fails when it is reached, as without a bundle. */
async function build(
  options: Options & { readonly external: readonly string[] },
): Promise<readonly { readonly text: string }[]> {
  const bundler = loadBundler();
  try {
    return (await bundler.build(options)).outputFiles;
  } catch (error) {
    const absent = absentIn(error);
    if (absent.length === 0) throw error;
    return (await bundler.build({ ...options, external: [...options.external, ...absent] })).outputFiles;
  }
}

interface Failure {
  readonly errors: readonly { readonly text: string }[];
}

const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);

/** The packages a failed attempt could not find, when that is all that was wrong with it. */
function absentIn(error: unknown): string[] {
  if (!isFailure(error)) return [];
  const names = error.errors.map(({ text }) => /^Could not resolve "([^"./][^"]*)"/.exec(text)?.[1]);
  return names.every((name) => name !== undefined) ? [...new Set(names)] : [];
}

function takeOneCopy(hooks: Hooks): void {
  const asked = Symbol('asked');
  hooks.onResolve({ filter: TWICE }, async ({ path, pluginData, ...rest }) => {
    if (pluginData === asked || rest.kind !== 'import-statement') return undefined;
    return hooks.resolve(path, { ...rest, kind: 'require-call', pluginData: asked });
  });
}

function loadBundler(): Bundler {
  const vite = createRequire(join(root, 'apps/web/package.json')).resolve('vite');
  return createRequire(vite)('esbuild') as Bundler;
}
