import { createRequire } from 'node:module';
import { sep } from 'node:path';

/** The part of Jest's runner that is used here; Jest brings it, and it stands where only Jest finds it. */
interface JestRunner {
  runTests(tests: readonly TestFile[], watcher: unknown, options: RunOptions): Promise<void>;
}
interface TestFile {
  readonly path: string;
}
interface RunOptions {
  readonly serial: boolean;
}

const ofJest = createRequire(require.resolve('jest'));
const ofItsCore = createRequire(ofJest.resolve('@jest/core'));
const { default: TestRunner } = ofItsCore('jest-runner') as {
  readonly default: new (...words: readonly unknown[]) => JestRunner;
};

/** These hold the whole product to what it was before: nobody else may be at work in it meanwhile. */
const ALONE = [`${sep}bad-inputs${sep}`];
/** These take longest, in this order, so they begin first: what is left for the end is short, and ends together. */
const LONGEST = [
  'every-page.e2e.ts',
  'pictures.e2e.ts',
  'start-stop.e2e.ts',
  'decided-moves.e2e.ts',
  'first-case.e2e.ts',
  'river-browser.e2e.ts',
  'keyboard.e2e.ts',
  'writing.e2e.ts',
];

const isAlone = ({ path }: TestFile): boolean => ALONE.some((part) => path.includes(part));

const turnOf = ({ path }: TestFile): number => {
  const found = LONGEST.findIndex((name) => path.endsWith(sep + name));
  return found === -1 ? LONGEST.length : found;
};

/** Runs journeys side by side, as many as Jest is told to, and then, one after the other, those that need to be alone. */
export default class JourneyRunner extends TestRunner {
  override async runTests(tests: readonly TestFile[], watcher: unknown, options: RunOptions): Promise<void> {
    const together = tests.filter((test) => !isAlone(test)).sort((one, other) => turnOf(one) - turnOf(other));
    if (together.length > 0) await super.runTests(together, watcher, options);
    const alone = tests.filter(isAlone);
    if (alone.length > 0) await super.runTests(alone, watcher, { ...options, serial: true });
  }
}
