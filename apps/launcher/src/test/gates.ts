import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Workspace, workspaces } from '../build/workspaces.ts';
import { OWN_GATES } from '../gates/index.ts';
import { drift } from '../generated/index.ts';
import { cacheDir, pinnedNode, root } from '../tools/paths.ts';
import { capture } from '../tools/processes.ts';
import { programs } from '../tools/programs.ts';
import { checkScripts } from './scripts.ts';

/** A static check of the whole repository. */
export interface StaticGate {
  readonly name: string;
  /** Null when all is well, else what a person needs to mend it. */
  readonly run: () => Promise<string | null>;
}

/** The static gates, the slowest first, so that two at a time take the shortest while. */
export function staticGates(): StaticGate[] {
  const all = workspaces();
  return [
    program('lint', [programs.eslint, '--max-warnings', '0', '.']),
    ...all.map((one) => program(`types ${one.name}`, typecheckCommand(one))).sort(webFirst),
    program('types of the root', [programs.typescript, '-p', '.']),
    program('layers', [programs.layers, '--config', '.dependency-cruiser.cjs', 'apps', 'libs']),
    program('unused code', [programs.knip, '--no-progress']),
    program('format', [
      programs.prettier,
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      join(cacheDir, 'prettier'),
      '.',
    ]),
    { name: 'generated files', run: checkDrift },
    ours('workspace scripts', () => Promise.resolve(checkScripts(all))),
    ...OWN_GATES.map(({ name, check }) => ours(name, () => check(root))),
  ];
}

/** The gates whose name begins with one of the words; all when there is no word. */
export function gatesNamed(words: readonly string[]): StaticGate[] {
  const all = staticGates();
  return words.length === 0 ? all : all.filter((gate) => words.some((word) => gate.name.startsWith(word)));
}

/** How a workspace's types are checked: the native compiler, or vue-tsc where there are components. */
export function typecheckCommand(workspace: Workspace): string[] {
  const vue = workspace.name === 'web';
  return vue
    ? [programs.vueTypescript, '--noEmit', '-p', workspace.path]
    : [programs.typescript, '-p', workspace.path];
}

function webFirst(one: StaticGate, other: StaticGate): number {
  return Number(other.name === 'types web') - Number(one.name === 'types web');
}

function program(name: string, words: readonly string[]): StaticGate {
  return {
    name,
    run: async () => {
      const { code, output } = await capture(pinnedNode, words, {
        cwd: root,
        env: { ...process.env, FORCE_COLOR: '0' },
      });
      return code === 0 ? null : stripVTControlCharacters(output).trim() || `ended with code ${code}`;
    },
  };
}

function ours(name: string, check: () => Promise<readonly string[]>): StaticGate {
  return {
    name,
    run: async () => {
      const problems = await check();
      return problems.length === 0 ? null : problems.join('\n');
    },
  };
}

async function checkDrift(): Promise<string | null> {
  const paths = await drift();
  return paths.length === 0
    ? null
    : `${paths.join('\n')}\nno longer fit the code: run "npm run schema" and commit them.`;
}
