import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './settings';

/** The API's folder. */
export const apiFolder = join(root, 'apps/api');
const load = createRequire(join(apiFolder, 'package.json'));

/** The built API's program. */
export const apiProgram = join(apiFolder, 'dist/main.js');

/** The key everything of a run is sealed with: invented data, known to all. */
export const masterKeys = `1:${Buffer.alloc(32, 7).toString('base64')}`;

/**
 * A part of the built product, loaded by path at run time: the checker holds histories against the product's own
 * engine, and a control breaks the product's own class.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the part is, as with a cast
export const part = <T>(path: string): T => {
  load('reflect-metadata');
  return load(path) as T;
};
