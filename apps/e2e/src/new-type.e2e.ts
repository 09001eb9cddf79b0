import type { Browser } from 'playwright-core';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { BG, date, RO } from './pages/case-steps';
import type { Reader } from './pages/reader';
import { story } from './pages/story';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function writeRequest({ page }: Reader): Promise<void> {
  await page.getByRole('link', { name: 'Cerere nouă' }).click();
  await page.getByLabel('Tipul cererii').selectOption('EX13');
  await page.getByLabel('Numele instituției').fill('Dobrich');
  await page.getByRole('radio', { name: /DRAS Dobrich/ }).check();
  await page.getByText('Acordul permite acest schimb').waitFor();
  await page.getByRole('button', { name: 'Continuați' }).click();
  await page.getByRole('heading', { name: 'Despre cine este vorba?' }).waitFor();
  await page.getByRole('button', { name: 'Continuați' }).click();
  await page.getByRole('heading', { name: 'Ce doriți să aflați?' }).waitFor();
  await page.getByRole('radio', { name: 'îndoieli privind autenticitatea' }).check();
  const document = page.getByRole('region', { name: 'Documentul' });
  await document.getByRole('radio', { name: 'alt document' }).check();
  await document.getByLabel('Ce document este').fill('Aviz de la primărie');
  await document.getByLabel('Numărul documentului').fill('A-204/2025');
  await date(page, 'Data emiterii', RO, '2025-03-11');
  for (const question of ['Documentul a fost emis', 'Documentul mai este valabil'])
    await page.getByRole('checkbox', { name: new RegExp(`^${question}`) }).check();
  await page.getByRole('button', { name: 'Continuați' }).click();
  await page.getByRole('heading', { name: 'Verificați înainte de trimitere' }).waitFor();
}

async function writeAnswer({ page }: Reader): Promise<void> {
  await page
    .getByRole('region', { name: 'Издаване' })
    .getByRole('radio', { name: 'издаден от нас', exact: true })
    .check();
  const validity = page.getByRole('region', { name: 'Валидност' });
  await validity.getByRole('radio', { name: 'не', exact: true }).check();
  await date(validity, 'Отменен на', BG, '2026-02-02');
  await page.getByRole('radio', { name: /^пълен/ }).check();
  await page.getByLabel('На какво се основава').selectOption('Q1');
  await page.getByRole('button', { name: 'Изпращане на отговора' }).click();
}

it('a type that came as a file runs from the first question to closing, without a line under apps/', () =>
  story(browser, async (open) => {
    const constanta = await open('ro');
    await constanta.bring(await signIn(PEOPLE.elena));
    await constanta.goTo('work');
    await writeRequest(constanta);
    await constanta.check('a type from a file: the last look');
    await constanta.page.getByRole('button', { name: 'Trimiterea cererii' }).click();
    const number =
      (await constanta.page
        .getByText(/^RO-CT-\d{4}-\d{6}$/)
        .first()
        .textContent()) ?? '';

    const dobrich = await open('bg');
    await dobrich.bring(await signIn(PEOPLE.maria));
    await dobrich.openCase(number);
    await dobrich.page.getByText('Проверка на автентичността на документ').first().waitFor();
    await dobrich.page.getByRole('button', { name: 'Приемане' }).click();
    await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Приемане' }).click();
    await dobrich.page.getByText('Искането е прието.').first().waitFor();
    await dobrich.page.getByRole('button', { name: 'Отговор' }).click();
    await writeAnswer(dobrich);
    await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Отговор' }).click();
    await dobrich.page.getByText('Отговорът е изпратен.').first().waitFor();

    await constanta.openCase(number);
    const answer = constanta.page.getByRole('region', { name: 'Răspunsul' });
    await answer.getByText('emis de noi').waitFor();
    await answer.getByText('Anulat la data de').waitFor();
    await constanta.check('a type from a file: answered');
    await constanta.page.getByRole('button', { name: 'Închidere' }).click();
    await constanta.page.getByRole('dialog').getByRole('radio', { name: 'soluționat' }).check();
    await constanta.page.getByRole('dialog').getByRole('button', { name: 'Închidere' }).click();
    await constanta.page.getByText('Cererea a fost închisă.').first().waitFor();
  }));
