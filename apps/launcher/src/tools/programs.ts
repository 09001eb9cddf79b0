import { join } from 'node:path';
import { root } from './paths.ts';

/** The JavaScript files behind the tools' commands: run on the pinned Node, without a shell in between. */
export const programs = {
  prettier: join(root, 'node_modules/prettier/bin/prettier.cjs'),
  eslint: join(root, 'node_modules/eslint/bin/eslint.js'),
  typescript: join(root, 'node_modules/typescript7/bin/tsc'),
  vueTypescript: join(root, 'apps/web/node_modules/vue-tsc/bin/vue-tsc.js'),
  layers: join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  knip: join(root, 'node_modules/knip/bin/knip.js'),
  jest: join(root, 'node_modules/jest/bin/jest.js'),
} as const;
