import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const options: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/** Every WCAG 2.2 A and AA rule that axe finds broken on the page as it stands, one line per element. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated by the browser's own door, so the page's content security policy stays as strict as it is.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} – ${node.target.join(' ')}`),
  );
}
