import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OPERATIONS } from '../operations/operation';
import { say } from '../say';
import { root, type Settings } from '../settings';
import { barChart } from './chart';
import { COMPARED_AT, goals } from './goals';
import { markdown } from './markdown';
import type { Result } from './result';
import { CONTENDER_TITLES, OPERATION_TITLES } from './titles';

const PAGE = join(root, 'docs/performance.md');
const CHARTS = join(root, 'docs/performance');
const RESULTS = join(root, 'apps/bench/results');
const PRETTIER = join(root, 'node_modules/prettier/bin/prettier.cjs');
const BEGIN = '<!-- figures: written by `pnpm bench`, do not edit -->';
const END = '<!-- end of figures -->';

/** The gate of the format asks generated files too. */
const format = async (file: string): Promise<void> => {
  await promisify(execFile)(process.execPath, [PRETTIER, '--write', file], { cwd: root });
};

/** Puts the figures between the two marks; the words around them are people's. */
export const withFigures = (page: string, figures: string): string => {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/performance.md has lost the marks for its figures.');
  return `${page.slice(0, from)}${BEGIN}\n\n${figures}\n\n${page.slice(to)}`;
};

const writeCharts = async (result: Result): Promise<void> => {
  await mkdir(CHARTS, { recursive: true });
  for (const operation of OPERATIONS) {
    const lines = result.lines.filter(
      (line) => line.operation === operation && line.connections === COMPARED_AT,
    );
    if (lines.length === 0) continue;
    const bars = lines.map((line) => ({
      label: CONTENDER_TITLES[line.contender],
      value: line.perSecond,
      shown: `${Math.round(line.perSecond)} per second`,
      own: line.contender === 'ours',
    }));
    const title = `${OPERATION_TITLES[operation]}, ${COMPARED_AT} at a time`;
    await writeFile(join(CHARTS, `${operation}.svg`), barChart(title, bars));
  }
};

/** Keeps what a run found: as JSON, and in words, tables and pictures where they are wanted. */
export const writeReport = async (settings: Settings, result: Result): Promise<void> => {
  await mkdir(RESULTS, { recursive: true });
  const file = join(RESULTS, `${result.date}-${result.mode}.json`);
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  await format(file);
  say();
  for (const { name, wanted, shown, reached } of goals(result))
    say(`  ${reached === null ? '–' : reached ? '✓' : '✗'} ${name.padEnd(40)}${shown} (${wanted})`);
  // One operation alone is no report.
  if (!settings.docs || settings.only !== null) return;
  await writeFile(PAGE, withFigures(await readFile(PAGE, 'utf8'), markdown(result)));
  await format(PAGE);
  await writeCharts(result);
};
