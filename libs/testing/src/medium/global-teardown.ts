import { stopTestServer } from './test-server';

/** Jest calls this once after the medium tests. */
export default async function globalTeardown(): Promise<void> {
  await stopTestServer();
}
