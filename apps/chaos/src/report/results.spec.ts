import { asTestResults, exitCodeOf } from './results';

const scenario = { name: 'kills', title: 'nothing is lost', file: 'apps/chaos/src/scenarios/kills.ts' };
const problem = { rule: 'nothing acknowledged is lost', detail: 'SEND k is gone' } as const;
const passed = { scenario, ending: { problems: [], figures: {} }, seconds: 1 };
const failed = { scenario, ending: { problems: [problem], figures: {} }, seconds: 1 };

describe('the outcome of a run', () => {
  it('stands in the shape of test results: one test per scenario, failed where a promise was broken', () => {
    const results = asTestResults([passed, failed]);
    expect(results).toMatchObject({ numPassedTests: 1, numFailedTests: 1 });
    const name = expect.stringMatching(/^\/.*apps\/chaos\/src\/scenarios\/kills\.ts$/) as unknown;
    expect(results.testResults).toEqual(
      ['passed', 'failed'].map((status) => ({
        name,
        assertionResults: [{ fullName: 'chaos nothing is lost', status }],
      })),
    );
  });

  it('counts what there was no time for as not shown', () => {
    const results = asTestResults([passed], [scenario]);
    expect(results).toMatchObject({ numPassedTests: 1, numFailedTests: 1 });
    expect(results.testResults).toHaveLength(2);
  });

  it('ends with 0 where all is shown, with 1 where something is broken, with 2 where time was short', () => {
    expect(exitCodeOf([passed], [])).toBe(0);
    expect(exitCodeOf([passed, failed], [])).toBe(1);
    expect(exitCodeOf([passed], [scenario])).toBe(2);
    expect(exitCodeOf([failed], [scenario])).toBe(1);
  });
});
