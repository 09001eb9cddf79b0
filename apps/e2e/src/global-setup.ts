import { startProduct } from './product';

/** Jest calls this once before the journeys: builds what changed and starts the product with demonstration data. */
export default async function globalSetup(): Promise<void> {
  await startProduct();
}
