import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(__dirname, '..', '..', '..');
const asked = process.env['SCREENS'];
const folder = asked === '1' ? join(root, 'docs', 'screens') : (asked ?? join(root, '.cache', 'screens'));

/**
 * Keeps a picture of the page, whole unless told otherwise, for a person to look at. It goes to .cache/screens
 * as a PNG; SCREENS names another folder, SCREENS=1 the one of the documentation, where pictures are WebP.
 */
export async function screenshot(page: Page, name: string, fullPage = true): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.evaluate('document.fonts.ready');
  const bytes = await page.screenshot({ fullPage, animations: 'disabled' });
  if (asked !== '1') writeFileSync(join(folder, `${name}.png`), bytes);
  else writeFileSync(join(folder, `${name}.webp`), await toWebp(page, bytes));
}

/** The same picture in a third of the bytes: a page of text is kept for years, in every clone. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const workshop = await page.context().newPage();
  try {
    const made = await workshop.evaluate<string>(`(async () => {
      const picture = new Image();
      picture.src = 'data:image/png;base64,${png.toString('base64')}';
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext('2d').drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', 0.72);
    })()`);
    return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64');
  } finally {
    await workshop.close();
  }
}
