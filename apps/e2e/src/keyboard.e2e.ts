import type { Browser, Page } from 'playwright-core';
import { FirstCase } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { signInByEmail } from './shared-state';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** What has the focus: its visible or spoken name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '';
    const labels = 'labels' in element && element.labels ? [...element.labels].map((label) => label.textContent) : [];
    return (element.getAttribute('aria-label') ?? labels[0] ?? element.textContent ?? '').trim();
  })()`);

/** Presses Tab until the focus stands where it is wanted; fails after a whole round. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const matches = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
  const passed: string[] = [];
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab');
    const text = await focused(page);
    if (matches(text)) return;
    passed.push(text);
  }
  throw new Error(`The focus never came to ${String(name)}, only to: ${passed.join(' | ')}`);
};

/** True when something shows where the focus is. */
const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const style = getComputedStyle(document.activeElement);
    return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
  })()`);

it('signing in, opening a case and accepting it need no mouse', () =>
  story(browser, async (open) => {
    const one = await new FirstCase(await signIn(PEOPLE.elena), await signIn(PEOPLE.maria), 601).sent();
    const number = one.now.number ?? '';
    const reader = await open('bg');
    const { page } = reader;
    const { email, password } = signInByEmail(PEOPLE.maria);
    await reader.goTo('sign-in');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Към основното съдържание');
    expect(await showsFocus(page)).toBe(true);
    await tabTo(page, 'Електронна поща');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.type(email);
    await tabTo(page, 'Парола');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Моята работа' }).waitFor();
    await reader.settled();
    await tabTo(page, number);
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Проверка на пребиваване/ }).waitFor();
    await reader.settled();
    // A new page is read from its heading on.
    expect(await focused(page)).toMatch(/^Проверка на пребиваване/);
    await tabTo(page, 'Приемане');
    expect(await showsFocus(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    // Escape takes the question away, and the focus goes back to where it came from.
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Приемане');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Приемане');
    await page.keyboard.press('Enter');
    await page.getByText('Искането е прието.').first().waitFor();
  }));

it('the skip link leads past the menu', () =>
  story(browser, async (open) => {
    const reader = await open('ro');
    await reader.bring(await signIn(PEOPLE.elena));
    await reader.goTo('work');
    const { page } = reader;
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Sari la conținutul principal');
    await page.keyboard.press('Enter');
    await tabTo(page, /./);
    const inside = await page.evaluate<boolean>(
      `document.querySelector('main').contains(document.activeElement)`,
    );
    expect(inside).toBe(true);
  }));
