import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A catalogue file: texts by key, nested. */
interface Tree {
  readonly [key: string]: string | Tree;
}

/** How the sources mention texts. */
interface Mentions {
  /** Whole keys and branches, e.g. `exchanges.title` or `common.state`. */
  readonly literal: ReadonlySet<string>;
  /** Keys put together at run time, e.g. `exchanges.move.${move}` as a pattern. */
  readonly patterns: readonly RegExp[];
  /** Keys given straight to `t(...)`, with their file: these must exist. */
  readonly asked: readonly { readonly key: string; readonly file: string }[];
}

const SOURCES = ['apps/{web,api}/src/**/*.{ts,vue}', 'libs/*/src/**/*.ts'];
const NOT_SOURCES = ['**/*.spec.ts', '**/gql/**', '**/dist/**', 'libs/testing/**'];

/**
 * Words for constants of libs/contracts that no page words yet. A test of libs/messages keeps such branches complete,
 * so that a constant never reaches a reader as a code; these count as shown.
 */
const WORDS_OF_CONSTANTS = ['common.side'];

const leavesOf = (tree: Tree, prefix: string): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}.${key}`] : leavesOf(value, `${prefix}.${key}`),
  );

const readKeys = async (root: string): Promise<{ features: string[]; keys: string[]; linked: string[] }> => {
  const folder = path.join(root, 'libs/messages/locales/en');
  if (!existsSync(folder)) return { features: [], keys: [], linked: [] };
  const files = globSync('*.json', { cwd: folder }).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const features = files.map((file) => path.basename(file, '.json'));
  return {
    features,
    keys: features.flatMap((feature, at) => leavesOf(JSON.parse(texts[at] ?? '{}') as Tree, feature)),
    linked: texts.flatMap((text) =>
      [...text.matchAll(/@(?:\.\w+)?:\(?'?([\w.-]+)/g)].map(([, key = '']) => key),
    ),
  };
};

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `exchanges.move.${move}.done` as a pattern for keys; each `${…}` stands for one or more steps. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map(escape)
      .join('[\\w.-]+')}$`,
  );

const mentionsOf = async (root: string, features: readonly string[]): Promise<Mentions> => {
  const names = features.join('|');
  const whole = new RegExp(`['"\`]((?:${names})(?:\\.[\\w-]+)+)['"\`]`, 'g');
  const made = new RegExp(`\`((?:${names})\\.[\\w.-]*\\$\\{[^\`]*)\``, 'g');
  const asked = new RegExp(`\\b(?:t|te|tm)\\(\\s*['"\`]((?:${names})\\.[\\w.-]+)['"\`]`, 'g');
  const files = globSync(SOURCES, { cwd: root, exclude: NOT_SOURCES });
  const sources = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  const found = (pattern: RegExp): string[] =>
    sources.flatMap((source) => [...source.matchAll(pattern)].map(([, key = '']) => key));
  return {
    literal: new Set(found(whole)),
    patterns: found(made).map(patternOf),
    asked: sources.flatMap((source, at) =>
      [...source.matchAll(asked)].map(([, key = '']) => ({ key, file: files[at] ?? '' })),
    ),
  };
};

/** `a.b.c` → `a.b.c`, `a.b`: a mentioned branch keeps its leaves alive; a whole feature does not. */
const selfAndBranches = (key: string): string[] => {
  const steps = key.split('.');
  return steps.slice(1).map((_, at) => steps.slice(0, steps.length - at).join('.'));
};

/**
 * Finds texts nobody shows and texts asked for that do not exist. Keys made at run time count by their fixed
 * parts, so an exhaustive map (`` `exchanges.state.${state}` ``) keeps its branch and nothing else alive.
 * Parity between the languages is a test of libs/messages.
 * @returns one line per problem, sorted; empty when all is well.
 */
export const checkMessageKeys = async (root: string): Promise<readonly string[]> => {
  const { features, keys, linked } = await readKeys(root);
  if (features.length === 0) return [];
  const { literal, patterns, asked } = await mentionsOf(root, features);
  const mentioned = new Set([...literal, ...linked, ...WORDS_OF_CONSTANTS]);
  const unused = keys.filter(
    (key) =>
      !selfAndBranches(key).some((name) => mentioned.has(name)) &&
      !patterns.some((pattern) => pattern.test(key)),
  );
  const known = new Set(keys.flatMap(selfAndBranches));
  const missing = asked.filter(({ key }) => !known.has(key));
  return [
    ...unused.map((key) => `libs/messages: no source mentions ${key}`),
    ...missing.map(({ key, file }) => `${file}: asks for ${key}, which no catalogue has`),
  ].sort();
};
