export { seedDemoFourEyes } from './four-eyes.seed';
export { runSeed } from './run-seed';
export { seedDemonstration } from './seed-demonstration';
export { seedReference } from './seed-reference';
export { withSeeding } from './seeding';
