import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/** The Node that the lockfile pins; every process of the product runs on it. */
export const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Stamps and reports of the tools; may be removed at any time. */
export const cacheDir = join(root, '.cache');
