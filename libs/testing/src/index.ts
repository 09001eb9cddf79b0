export { FakeClock } from './time/fake-clock';
export { seededRandom, type SeededRandom } from './random/seeded-random';
export { inventedPerson, inventedPersons, type InventedPerson } from './persons/invented-person';
export { inventedCnp, inventedEgn, inventedLnch } from './persons/invented-numbers';
export { askDatabase } from './medium/ask-database';
export { testDatabase, type TestDatabase } from './medium/test-database';
export { startTestServer, stopTestServer, type TestServer } from './medium/test-server';
export * from './files/sample-files';
export { zipOf, type ZipPart } from './files/zip-builder';
