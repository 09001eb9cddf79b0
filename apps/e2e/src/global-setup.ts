import { findChromium } from './chromium';
import { start } from './product';
import { keepProduct } from './running-product';
import { share } from './shared-state';

/** Jest calls this once before the journeys: builds what changed and starts the product with demonstration data. */
export default async function globalSetup(): Promise<void> {
  const [chromium, product] = await Promise.all([findChromium(), start({ env: { DEMO: undefined } })]);
  keepProduct(product);
  await product.ready();
  share({ address: product.address, dataDir: product.dataDir, signIns: product.signIns, chromium });
}
