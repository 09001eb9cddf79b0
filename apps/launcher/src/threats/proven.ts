import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readJson } from '../build/stamp.ts';
import { loadThreats, type Proof, type Threat } from './model.ts';

/** One test that ran. */
export interface RanTest {
  /** From the top of the repository. */
  readonly file: string;
  readonly title: string;
  readonly passed: boolean;
}

interface JestResults {
  readonly testResults?: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** What ran, by the result files the test runs leave. */
const ranTests = (root: string, results: readonly JestResults[]): readonly RanTest[] =>
  results.flatMap(({ testResults = [] }) =>
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        file: path.relative(root, path.resolve(root, name)).split(path.sep).join('/'),
        title: fullName,
        passed: status === 'passed',
      })),
    ),
  );

const problemOf = (ran: readonly RanTest[], { file, title }: Proof): string | null => {
  const meant = ran.filter((test) => test.file === file && test.title.includes(title));
  if (meant.length === 0) return `no test "${title}" ran in ${file}`;
  return meant.every(({ passed }) => passed) ? null : `the test "${title}" in ${file} did not pass`;
};

/** The rows of the model that no test which ran and passed stands behind. */
export const unproven = (threats: readonly Threat[], ran: readonly RanTest[]): readonly string[] =>
  threats.flatMap(({ id, proofs }) =>
    proofs.flatMap((proof) => {
      const problem = problemOf(ran, proof);
      return problem === null ? [] : [`${id}: ${problem}`];
    }),
  );

/** Holds the model to the tests of this very run, whose results lie in a folder. */
export const checkProofs = async (root: string, folder: string): Promise<readonly string[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const results = await Promise.all(files.map((name) => readJson(path.join(folder, name))));
  return unproven(await loadThreats(root), ranTests(root, results.filter(isResults)));
};

const isResults = (value: unknown): value is JestResults => typeof value === 'object' && value !== null;
