import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './support/world';

/** One bad input of the catalogue. How `expected` reads: "400 CODE" is status and code, "200+errors" a refused field. */
export interface Row {
  readonly id: string;
  readonly area: string;
  readonly input: string;
  readonly how: string;
  readonly expected: string;
}

/** All rows, in the order of the file. */
export const CATALOGUE = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'data', 'bad-inputs.json'), 'utf8'),
) as readonly Row[];

/** How rows are tried against the running product: by id. */
export type Cases = Readonly<Record<string, (world: World) => Promise<void>>>;
