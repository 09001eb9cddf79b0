import { countResults } from './jest.ts';
import { checkScripts } from './scripts.ts';
import { noTally, sum, verdict } from './tally.ts';

describe('the verdict', () => {
  it('is one line of two figures', () => {
    expect(verdict(sum({ passed: 3, failed: 0 }, { passed: 4, failed: 1 }))).toBe('7 passed, 1 failed');
    expect(verdict(noTally)).toBe('0 passed, 0 failed');
  });
});

describe('counting Jest results', () => {
  const results = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  it('counts tests, and a file that cannot be loaded as one failure', () => {
    expect(countResults(results, 0)).toEqual({ passed: 5, failed: 0 });
    expect(countResults({ ...results, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1)).toEqual({
      passed: 5,
      failed: 3,
    });
  });

  it('takes a test that was skipped or postponed for a failure', () => {
    expect(countResults({ ...results, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({
      passed: 5,
      failed: 2,
    });
  });

  it('is never green when Jest itself was not', () => {
    expect(countResults(results, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countResults(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('workspace scripts', () => {
  it('names each one that is missing', () => {
    const complete = ['build', 'lint', 'typecheck', 'test', 'test:medium'];
    const workspace = {
      name: 'a',
      path: 'libs/a',
      folder: '',
      kind: 'swc',
      packs: false,
      needs: [],
      scripts: complete,
    } as const;
    expect(checkScripts([workspace])).toEqual([]);
    expect(checkScripts([{ ...workspace, scripts: complete.slice(1) }])).toEqual([
      'libs/a/package.json has no script "build"',
    ]);
  });
});
