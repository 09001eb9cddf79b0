export { type DemoStep, runSeed } from './run-seed';
export { type DemoSignIn, demoSignIns, seedDemonstration } from './seed-demonstration';
export { seedReference } from './seed-reference';
export { type Seeding, withSeeding } from './seeding';
