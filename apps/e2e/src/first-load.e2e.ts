import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';

/** What the first load of My work may weigh: JavaScript, gzipped at the usual level. */
const BUDGET = 250 * 1024;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it.each([
  ['ro', 'Lucrările mele', PEOPLE.elena],
  ['bg', 'Моята работа', PEOPLE.maria],
] as const)('the first load of My work stays within 250 KB of JavaScript: %s', (language, heading, email) =>
  story(browser, async (open) => {
    const reader = await open(language);
    await reader.bring(await signIn(email));
    const scripts = new Map<string, Promise<Buffer>>();
    reader.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.set(pathname, response.body());
    });
    await reader.goTo('work');
    await reader.page.getByRole('heading', { name: heading }).waitFor();
    await reader.page.getByRole('table').waitFor();
    await reader.page.waitForLoadState('networkidle');

    const sizes = await Promise.all(
      [...scripts].map(async ([path, body]) => ({ path, bytes: gzipSync(await body).length })),
    );
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const heaviest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 8);
    expect(sizes.length).toBeGreaterThan(3);
    // The list of the heaviest is part of the expectation, so that who breaks it reads where it went.
    expect({ heaviest, total: Math.max(total, BUDGET) }).toEqual({ heaviest, total: BUDGET });
    // What My work does not need is not fetched for it.
    const names = sizes.map(({ path }) => path);
    for (const page of [
      'CasePage',
      'DraftPage',
      'AnswerPage',
      'AuditPage',
      'SearchPage',
      'AdminCalendarPage',
    ])
      expect(names.filter((name) => name.includes(page))).toEqual([]);
  }),
);
