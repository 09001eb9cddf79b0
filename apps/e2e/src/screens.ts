import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(__dirname, '..', '..', '..');
const asked = process.env['SCREENS'];
const folder = asked === '1' ? join(root, 'docs', 'screens') : (asked ?? join(root, '.cache', 'screens'));

/**
 * Keeps a picture of the whole page for a person to look at, in .cache/screens; SCREENS names another folder,
 * SCREENS=1 the one of the documentation.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
}
