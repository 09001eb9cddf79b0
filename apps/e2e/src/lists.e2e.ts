import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { FirstCase, RESIDENCE } from './api/first-case';
import { OWN, PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { shared } from './shared-state';

const OF_PLEVEN = { ...RESIDENCE, unit: 'BG-RDSA-PVN' };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('a list is found again by its address, kept under a name, taken back after a removal, and taken out', () =>
  story(browser, async (open) => {
    const [george, petya] = await Promise.all([signIn(OWN.george), signIn(OWN.petya)]);
    const one = await new FirstCase(george, petya, 841, OF_PLEVEN).sent();
    const number = one.now.number ?? '';
    const reader = await open('bg');
    const { page } = reader;
    await reader.bring(petya);
    const row = page.getByRole('link', { name: number });

    // An address without a language finds the reader's, and keeps what it is narrowed to.
    await page.goto('/work?queue=all&handler=NOBODY&sort=NUMBER&size=100');
    await page.waitForURL(/\/bg\/work\?queue=all&handler=NOBODY&sort=NUMBER&size=100$/);
    await row.waitFor();
    await reader.check('work: narrowed, sorted, a hundred rows');

    await page.getByRole('button', { name: 'Запазени списъци' }).click();
    await page.getByRole('menuitem', { name: 'Запазване на списъка' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Име на списъка').fill('Преписка 000841');
    await dialog.getByRole('button', { name: 'Запазване на списъка' }).click();
    await dialog.getByText(/не може да съдържа дълги числа/).waitFor();
    await dialog.getByLabel('Име на списъка').fill('Още без човек');
    await dialog.getByRole('button', { name: 'Запазване на списъка' }).click();
    await dialog.waitFor({ state: 'detached' });

    await page.getByLabel('Отговорник', { exact: true }).first().selectOption('ME');
    await page.waitForURL(/handler=ME/);
    await row.waitFor({ state: 'detached' });
    await page.goBack();
    await row.waitFor();
    await reader.goTo('work');
    await page.getByRole('button', { name: 'Запазени списъци' }).click();
    await page.getByRole('menuitem', { name: 'Още без човек' }).click();
    await page.waitForURL(/handler=NOBODY/);
    await row.waitFor();

    await page.getByRole('button', { name: 'Запазени списъци' }).click();
    await page.getByRole('menuitem', { name: 'Управление на списъците' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Изтриване' }).click();
    await page.getByRole('button', { name: 'Отмяна' }).click();
    await page.locator('#main').getByText('е върнат').waitFor();

    await page.getByRole('button', { name: 'Изтегляне' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Файл CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('soc-coop-all.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffСписък;Всички\r\nФилтри;Отговорник: никой\r\n')).toBe(true);
    expect(text).toContain(`${number};`);
    expect(text.split('\r\n').slice(8, -1)).toHaveLength(await page.locator('tbody tr').count());
  }));

it('several cases change hands at once, each with its own outcome, by keys alone', () =>
  story(browser, async (open) => {
    const [george, petya] = await Promise.all([signIn(OWN.george), signIn(OWN.petya)]);
    const one = await new FirstCase(george, petya, 842, OF_PLEVEN).sent();
    const reader = await open('bg');
    const { page } = reader;
    await reader.bring(petya);
    await reader.goTo('work?queue=all&handler=NOBODY&size=100');
    const row = page.getByRole('row').filter({ hasText: one.now.number ?? '' });
    await row.waitFor();
    await row.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate<string>('document.activeElement.textContent.trim()')).toBe(one.now.number);
    await page.getByRole('button', { name: 'Поемане' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 преписка ще се промени').waitFor();
    await reader.check('work: what several cases will become');
    await dialog.getByRole('button', { name: 'Поемане' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('1 променена преписка').waitFor();
    await page.keyboard.press('Escape');
    await row.waitFor({ state: 'detached' });
  }));

it('Olt takes out nothing of Constanța, and nobody who is not signed in takes out anything', async () => {
  const [elena, maria, cristina] = await Promise.all([
    signIn(PEOPLE.elena),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.cristina),
  ]);
  const one = await new FirstCase(elena, maria, 843).sent();
  const take = async (cookie: string | null): Promise<{ status: number; text: string }> => {
    const answer = await fetch(
      `${shared().address}/api/v1/exports/exchanges?queue=ALL&format=csv&sort=NUMBER`,
      {
        headers: { 'accept-language': 'ro', ...(cookie === null ? {} : { cookie }) },
      },
    );
    return { status: answer.status, text: await answer.text() };
  };
  expect((await take(elena.cookie)).text).toContain(one.now.number);
  const olt = await take(cristina.cookie);
  expect(olt.status).toBe(200);
  expect(olt.text).toContain('Lista;Toate');
  expect(olt.text).not.toContain(one.now.number);
  expect((await take(null)).status).toBe(401);
});
