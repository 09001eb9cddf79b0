import { asTestResults } from './results';

describe('the outcome of a run', () => {
  it('stands in the shape of test results: one test per scenario, failed where a promise was broken', () => {
    const scenario = { name: 'kills', title: 'nothing is lost', file: 'apps/chaos/src/scenarios/kills.ts' };
    const problem = { rule: 'nothing acknowledged is lost', detail: 'SEND k is gone' } as const;
    const results = asTestResults([
      { scenario, ending: { problems: [], figures: {} }, seconds: 1 },
      { scenario, ending: { problems: [problem], figures: {} }, seconds: 1 },
    ]);
    expect(results).toMatchObject({ numPassedTests: 1, numFailedTests: 1 });
    const name = expect.stringMatching(/^\/.*apps\/chaos\/src\/scenarios\/kills\.ts$/) as unknown;
    expect(results.testResults).toEqual(
      ['passed', 'failed'].map((status) => ({
        name,
        assertionResults: [{ fullName: 'chaos nothing is lost', status }],
      })),
    );
  });
});
