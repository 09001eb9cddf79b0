import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../tools/paths.ts';

/** How a workspace becomes something that runs. */
export type BuildKind = 'swc' | 'vite' | 'none';

/** One package of the repository. */
export interface Workspace {
  /** Its folder's name: `api`, `contracts`. */
  readonly name: string;
  /** Its path from the top: `apps/api`. */
  readonly path: string;
  readonly folder: string;
  readonly kind: BuildKind;
  /** Whether the packages it uses are put into one file beside its code, so that it starts soon. */
  readonly packs: boolean;
  /** The names of the workspaces it depends on, directly. */
  readonly needs: readonly string[];
  readonly scripts: readonly string[];
}

const vite = new Set(['web', 'graphiql']);
const packing = new Set(['api']);
/** Run from their sources: the launcher by type stripping, the journeys by Jest. */
const unbuilt = new Set(['launcher', 'e2e']);

/** All workspaces, libraries first. */
export function workspaces(): Workspace[] {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .filter((name) => existsSync(join(root, group, name, 'package.json')))
      .map((name) => describe(group, name)),
  );
}

/** The workspace a folder lies in, or null at the top of the project. */
export function workspaceOf(folder: string): Workspace | null {
  return workspaces().find((one) => folder === one.folder || folder.startsWith(one.folder + sep)) ?? null;
}

/** A workspace and everything it needs, direct or not, needs first. */
export function withNeeds(names: readonly string[], all = workspaces()): Workspace[] {
  const ordered = new Map<string, Workspace>();
  const visit = (name: string): void => {
    const found = all.find((one) => one.name === name);
    if (!found || ordered.has(name)) return;
    found.needs.forEach(visit);
    ordered.set(name, found);
  };
  names.forEach(visit);
  return [...ordered.values()];
}

interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

function describe(group: string, name: string): Workspace {
  const folder = join(root, group, name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return {
    name,
    path: `${group}/${name}`,
    folder,
    kind: vite.has(name) ? 'vite' : unbuilt.has(name) ? 'none' : 'swc',
    packs: packing.has(name),
    needs: Object.keys(manifest.dependencies ?? {})
      .filter((one) => one.startsWith('@soc-coop/'))
      .map((one) => one.slice('@soc-coop/'.length)),
    scripts: Object.keys(manifest.scripts ?? {}),
  };
}
