import type { Browser, Page } from 'playwright-core';
import { FirstCase, RESIDENCE } from './api/first-case';
import { OWN, signIn } from './api/people';
import { launchBrowser } from './browser';
import type { Reader } from './pages/reader';
import { story } from './pages/story';
import { signInByEmail } from './shared-state';

const OF_SILISTRA = { ...RESIDENCE, unit: 'BG-RDSA-SLS' };

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
    const one = await new FirstCase(
      await signIn(OWN.george),
      await signIn(OWN.milen),
      601,
      OF_SILISTRA,
    ).sent();
    const number = one.now.number ?? '';
    const reader = await open('bg');
    const { page } = reader;
    const { email, password } = signInByEmail(OWN.milen);
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

/** Goes down a list that is closed until it shows a value. */
const choose = async (page: Page, value: string): Promise<void> => {
  for (let count = 0; count < 20; count += 1) {
    if ((await page.evaluate<string>('document.activeElement.value')) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The list has no ${value}.`);
};

/** Goes to something by Tab and presses a key on it. */
const pressOn = async (page: Page, name: string | RegExp, key: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

/** Writes and sends a general question to Silistra; gives its number. */
async function askByKeys({ page }: Reader): Promise<string> {
  await pressOn(page, 'Cerere nouă', 'Enter');
  await page.getByRole('heading', { name: 'Cerere nouă' }).waitFor();
  await tabTo(page, /^Tipul cererii/);
  await choose(page, 'EX11');
  await tabTo(page, /^Numele instituției/);
  await page.keyboard.type('Силистра');
  await page.getByRole('radio', { name: /^DRAS Silistra/ }).waitFor();
  // Tab goes to the group, the arrows choose in it.
  await tabTo(page, /^DAS Silistra/);
  for (let count = 0; count < 30 && !(await focused(page)).startsWith('DRAS Silistra'); count += 1)
    await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: /^DRAS Silistra/ }).isChecked()).toBe(true);
  await page.getByText('Acordul permite acest schimb').waitFor();
  await pressOn(page, 'Continuați', 'Enter');
  await page.getByRole('heading', { name: 'Despre cine este vorba?' }).waitFor();
  await pressOn(page, 'Continuați', 'Enter');
  await page.getByRole('heading', { name: 'Ce doriți să aflați?' }).waitFor();
  await tabTo(page, /^Domeniul/);
  await choose(page, 'BENEFITS');
  await tabTo(page, /^Scopul/);
  await choose(page, 'COOPERATION');
  await pressOn(page, /^Întrebarea 1/, 'Space');
  await tabTo(page, /^Tema întrebării 1/);
  await choose(page, 'CONTACT');
  await tabTo(page, /^Textul întrebării 1/);
  await page.keyboard.type('Cine primește cererile la Silistra?');
  await pressOn(page, 'Continuați', 'Enter');
  await page.getByRole('heading', { name: 'Verificați înainte de trimitere' }).waitFor();
  await pressOn(page, 'Trimiterea cererii', 'Enter');
  await page.getByText('Cererea a fost trimisă cu numărul').first().waitFor();
  return (
    (await page
      .getByText(/^RO-TR-\d{4}-\d{6}$/)
      .first()
      .textContent()) ?? ''
  );
}

it('a request is written and sent, and another accepted and answered, by keys alone', () =>
  story(browser, async (open) => {
    const here = await open('ro');
    await here.bring(await signIn(OWN.george));
    await here.goTo('work');
    const number = await askByKeys(here);

    const there = await open('bg');
    await there.bring(await signIn(OWN.milen));
    await there.goTo('work');
    const { page } = there;
    await pressOn(page, number, 'Enter');
    await page.getByRole('heading', { name: /Общо искане/ }).waitFor();
    await pressOn(page, 'Приемане', 'Enter');
    await page.getByRole('dialog').waitFor();
    await pressOn(page, 'Приемане', 'Enter');
    await page.getByText('Искането е прието.').first().waitFor();
    await pressOn(page, 'Отговор', 'Enter');
    await page.getByRole('heading', { name: 'Отговор на искането' }).waitFor();
    await tabTo(page, /^Отговор$/);
    await page.keyboard.type('Дирекция „Социално подпомагане“ по настоящ адрес.');
    await pressOn(page, /^пълен/, 'Space');
    await tabTo(page, /^На какво се основава/);
    await choose(page, 'Q1');
    await pressOn(page, 'Изпращане на отговора', 'Enter');
    await page.getByRole('dialog').waitFor();
    await pressOn(page, 'Отговор', 'Enter');
    await page.getByText('Отговорът е изпратен.').first().waitFor();
    await page.getByText('Дирекция „Социално подпомагане“ по настоящ адрес.').first().waitFor();
  }));

it('the skip link leads past the menu', () =>
  story(browser, async (open) => {
    const reader = await open('ro');
    await reader.bring(await signIn(OWN.george));
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
