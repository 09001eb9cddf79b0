import { serverVariable, startTestServer } from './test-server';

/** Jest calls this once before the medium tests. */
export default async function globalSetup(): Promise<void> {
  process.env[serverVariable] = JSON.stringify(await startTestServer({ migrated: true }));
}
