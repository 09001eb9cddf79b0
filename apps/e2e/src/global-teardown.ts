import { stopProduct } from './running-product';

/** Jest calls this once after the journeys. */
export default async function globalTeardown(): Promise<void> {
  await stopProduct();
}
