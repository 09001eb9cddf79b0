import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium } from './chromium';
import { readSignIns, type SignIn, start, startLogOf } from './product';
import { keepProduct } from './running-product';
import { share } from './shared-state';

/** A further exchange type, as a file: the product must run it through without a change of its own. */
const typesFolder = join(__dirname, '..', '..', '..', 'libs', 'forms', 'golden', 'types');

/** The product that the journeys go through. */
interface Place {
  readonly address: string;
  readonly dataDir: string;
  readonly signIns: readonly SignIn[];
}

/** Jest calls this once before the journeys: builds what changed and starts the product with demonstration data. */
export default async function globalSetup(): Promise<void> {
  const running = process.env['E2E_DATA_DIR'];
  const [chromium, place] = await Promise.all([
    findChromium(),
    running ? attach(resolve(running)) : startOwn(),
  ]);
  share({ ...place, chromium });
}

async function startOwn(): Promise<Place> {
  // Pictures for the documentation show the product as it is delivered, without the type that tests bring.
  const types = process.env['SCREENS'] === undefined ? { TYPES_FOLDER: typesFolder } : {};
  const product = await start({
    // Tests search more in a minute than an officer in a week; the quota has a test of its own.
    env: { DEMO: undefined, LOG_LEVEL: 'trace', SEARCHES_PER_HOUR: '0', ...types },
  });
  keepProduct(product);
  await product.ready();
  writeFileSync(startLogOf(product.dataDir), product.output);
  return { address: product.address, dataDir: product.dataDir, signIns: product.signIns };
}

/** While a journey is being written: E2E_DATA_DIR names the data folder of a product that already runs. */
function attach(dataDir: string): Place {
  const { address } = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as { address: string };
  return { address, dataDir, signIns: readSignIns(dataDir) };
}
