import { slowest } from './slowest.ts';

/** The part of Jest's results that is read here; Jest's own types are no direct dependency. */
interface FileResult {
  readonly failureMessage?: string | null;
  readonly testFilePath: string;
  readonly perfStats: { readonly start: number; readonly end: number };
}

interface RunResult {
  readonly numPassedTestSuites: number;
  readonly numFailedTestSuites: number;
  readonly numTotalTestSuites: number;
  readonly runExecError?: { readonly message: string; readonly stack?: string | null };
}

const secondsBetweenLines = 15;

/** Shows what failed as soon as it has, and now and then how far the run is; nothing else. */
export default class CalmReporter {
  private readonly size = process.env['SOC_TEST_SIZE'] ?? 'tests';
  private readonly files: { readonly path: string; readonly milliseconds: number }[] = [];
  private lastLine = performance.now();

  /** Jest calls this after each test file. */
  onTestResult(_test: unknown, result: FileResult, sofar: RunResult): void {
    const { start, end } = result.perfStats;
    this.files.push({ path: result.testFilePath, milliseconds: end - start });
    if (result.failureMessage) process.stdout.write(`${result.failureMessage}\n`);
    const files = sofar.numPassedTestSuites + sofar.numFailedTestSuites;
    if (performance.now() - this.lastLine < secondsBetweenLines * 1000) return;
    this.lastLine = performance.now();
    process.stdout.write(`  … ${this.size.padEnd(20)}${files} of ${sofar.numTotalTestSuites} files\n`);
  }

  /** Jest calls this at the end of the run. */
  onRunComplete(_contexts: unknown, { runExecError }: RunResult): void {
    // Elsewhere no file is long enough to be worth a line.
    if (this.size === 'e2e') slowest(this.files, 5).forEach((line) => process.stdout.write(`${line}\n`));
    if (runExecError) process.stdout.write(`${runExecError.stack ?? runExecError.message}\n`);
  }
}
