import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/** Runs axe where it is loaded, and brings back what a person needs: its whole report is as large as the page. */
const run = `typeof axe === 'undefined' ? null : axe.run(${JSON.stringify(options)}).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' – ' + target.join(' '))))`;

/** Every WCAG 2.2 A and AA rule that axe finds broken on the page as it stands, one line per element. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const found = await page.evaluate<string[] | null>(run);
  if (found !== null) return found;
  // Evaluated by the browser's own door, so the page's content security policy stays as strict as it is. Once per
  // document: it is half a megabyte to read.
  await page.evaluate(axe.source);
  return (await page.evaluate<string[] | null>(run)) ?? ['axe: could not be loaded'];
}
