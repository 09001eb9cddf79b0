import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Product } from './product';

let kept: Product | null = null;

/** Remembers the product of this run for the teardown. */
export function keepProduct(product: Product): void {
  kept = product;
}

/** Stops the product of this run and removes its data. */
export async function stopProduct(): Promise<void> {
  if (kept === null) return;
  await kept.interrupt();
  rmSync(dirname(kept.dataDir), { recursive: true, force: true });
}
