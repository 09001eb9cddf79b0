import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askDatabase } from '@soc-coop/testing';
import { shared } from './shared-state';

/**
 * Asks the product's database as the owner of the schema, for the few things an operator does by SQL and no page
 * or query does yet. Where the server listens it says itself, in its lock file.
 */
export async function askAsOwner<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return askDatabase<Row>(ownerAddress(), text, values);
}

/** The address of the product's database, for its owner. */
export function ownerAddress(): string {
  const lines = readFileSync(join(shared().dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const [, , , port = '', socketFolder = ''] = lines;
  return `postgresql://soc_owner@localhost:${port}/soc_coop?host=${encodeURIComponent(socketFolder)}`;
}
