import type { Browser } from 'playwright-core';
import { FirstCase } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';

jest.setTimeout(180_000);

const REMIND = 'mutation Remind($input: ExchangeMoveInput!) { remindReplier(input: $input) { id } }';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('what an answer says about itself is saved with it, and is there after a reload', () =>
  story(browser, async (open) => {
    const [elena, maria] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
    const one = await new FirstCase(elena, maria, 891).accepted();
    const writer = await open('bg');
    await writer.bring(maria);
    await writer.goTo(`exchanges/${one.now.id}/answer`);
    const { page } = writer;
    const part = page.getByRole('radio', { name: /^частичен/ });
    const source = page.getByLabel('На какво се основава');
    await part.check();
    await source.selectOption({ label: 'извлечение от регистър' });
    await page.getByText('Записано в').waitFor();
    const chosen = await source.inputValue();
    await page.waitForTimeout(1_500);
    await page.reload();
    await writer.settled();
    await part.waitFor();
    expect([await part.isChecked(), await source.inputValue()]).toEqual([true, chosen]);
  }));

it('what a correction says about itself is saved with it, and is there after a reload', () =>
  story(browser, async (open) => {
    const [elena, maria] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
    const one = await new FirstCase(elena, maria, 893).answered();
    const writer = await open('bg');
    await writer.bring(maria);
    await writer.goTo(`exchanges/${one.now.id}/correct`);
    const { page } = writer;
    const part = page.getByRole('radio', { name: /^частичен/ });
    const wrong = page.getByLabel('Какво е било сгрешено');
    await part.check();
    await wrong.fill('Доходът беше за друг месец.');
    await page.getByText('Записано в').waitFor();
    await page.waitForTimeout(1_500);
    await page.reload();
    await writer.settled();
    await part.waitFor();
    expect([await part.isChecked(), await wrong.inputValue()]).toEqual([true, 'Доходът беше за друг месец.']);
  }));

it('what was written in a dialog is kept when somebody else was faster', () =>
  story(browser, async (open) => {
    const [elena, maria] = await Promise.all([PEOPLE.elena, PEOPLE.maria].map((email) => signIn(email)));
    const one = await new FirstCase(elena!, maria!, 892).sent();
    const writer = await open('bg', { expected: [/status of 409/] });
    await writer.bring(maria!);
    await writer.goTo(`exchanges/${one.now.id}`);
    const { page } = writer;
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Препращане' }).click();
    await dialog.getByLabel('Име на институцията').fill('Монтана');
    await dialog.getByRole('radio', { name: /^РДСП – Монтана/ }).check();
    await dialog.getByRole('radio', { name: 'не е компетентен', exact: true }).check();
    await dialog.getByLabel('Пояснение').fill('Лицето живее в Монтана.');
    // A reminder makes the case another one, and forwarding stays possible.
    await elena!.ask(REMIND, { input: one.hold });
    await dialog.getByRole('button', { name: 'Препращане' }).click();
    await page.getByText('Данните са променени междувременно').first().waitFor();
    await page.getByRole('button', { name: 'Показване на актуалните данни' }).click();
    await page.getByRole('button', { name: 'Препращане' }).click();
    expect(await dialog.getByLabel('Пояснение').inputValue()).toBe('Лицето живее в Монтана.');
    expect(await dialog.getByRole('radio', { name: 'не е компетентен', exact: true }).isChecked()).toBe(true);
    // What was looked for is kept too, and the unit is chosen still.
    expect(await dialog.getByLabel('Име на институцията').inputValue()).toBe('Монтана');
    await dialog.getByRole('radio', { name: /^РДСП – Монтана/ }).waitFor();
    expect(await dialog.getByRole('radio', { name: /^РДСП – Монтана/ }).isChecked()).toBe(true);
  }));

it('on a telephone the filters fold into one button, which says how many are set', () =>
  story(browser, async (open) => {
    const reader = await open('ro', { width: 390, height: 844 });
    await reader.bring(await signIn(PEOPLE.elena));
    await reader.goTo('work?queue=all');
    const { page } = reader;
    const state = page.locator('select[name=state]');
    expect(await state.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Filtre', exact: true }).click();
    await state.selectOption('CLOSED');
    await page.waitForURL(/state=CLOSED/);
    await page.getByRole('button', { name: 'Filtre (1)' }).click();
    expect(await state.isVisible()).toBe(false);
    await reader.check('work: filters folded');
    // The same bar stands on every list; a field for words stays where it is.
    await reader.goTo('institutions');
    const place = page.getByRole('combobox', { name: 'Țara' });
    await page.getByRole('searchbox', { name: 'Nume, în orice alfabet' }).waitFor();
    expect(await place.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Filtre', exact: true }).click();
    expect(await place.isVisible()).toBe(true);
  }));
