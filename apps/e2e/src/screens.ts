import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(__dirname, '..', '..', '..');
const asked = process.env['SCREENS'];
const folder = asked === '1' ? join(root, 'docs', 'screens') : (asked ?? join(root, '.cache', 'screens'));

/**
 * Keeps a picture of the page, whole unless told otherwise, for a person to look at. It goes to .cache/screens;
 * SCREENS names another folder, SCREENS=1 the one of the documentation.
 */
export async function screenshot(page: Page, name: string, fullPage = true): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage, animations: 'disabled' });
}
