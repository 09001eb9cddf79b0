import { inventedPerson, seededRandom } from '@soc-coop/testing';
import type { Browser } from 'playwright-core';
import { BACKGROUND, STREET } from './api/first-case';
import { PEOPLE } from './api/people';
import { launchBrowser } from './browser';
import { writeAnswer, writeRequest } from './pages/case-steps';
import { story } from './pages/story';

jest.setTimeout(240_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('a question crosses the Danube and comes back answered, each side in its own language', () =>
  story(browser, async (open) => {
    const person = inventedPerson('BG', seededRandom(501));

    const constanta = await open('ro');
    await constanta.signIn(PEOPLE.elena);
    await constanta.check('work');
    await writeRequest(constanta, person);
    await constanta.check('draft: the last look');
    await constanta.page.getByRole('button', { name: 'Trimiterea cererii' }).click();
    await constanta.page
      .getByText(/Cererea a fost trimisă cu numărul RO-CT-\d{4}-\d{6}\./)
      .first()
      .waitFor();
    const path = new URL(constanta.page.url()).pathname.replace(/^\/ro\//, '');
    const number =
      (await constanta.page
        .getByText(/^RO-CT-\d{4}-\d{6}$/)
        .first()
        .textContent()) ?? '';
    await constanta.check('case: sent');

    const dobrich = await open('bg');
    await dobrich.signIn(PEOPLE.maria);
    await dobrich.page.getByRole('link', { name: number }).click();
    await dobrich.page.getByRole('heading', { name: /Проверка/ }).waitFor();
    await dobrich.check('case: arrived');
    await dobrich.page.getByRole('button', { name: 'Приемане' }).click();
    await dobrich.page.getByRole('dialog').waitFor();
    await dobrich.check('case: accepting');
    await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Приемане' }).click();
    await dobrich.page.getByText('Искането е прието.').first().waitFor();
    await dobrich.check('case: accepted');
    await dobrich.page.getByRole('button', { name: 'Отговор' }).click();
    await writeAnswer(dobrich);
    await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Отговор' }).click();
    await dobrich.page.getByText('Отговорът е изпратен.').first().waitFor();
    await dobrich.check('case: answered, for who answered');

    await constanta.goTo('work');
    await constanta.page.getByRole('link', { name: number }).click();
    await constanta.page.getByRole('region', { name: 'Răspunsul' }).waitFor();
    await constanta.check('case: answered');
    await constanta.page.getByText('Bilingv', { exact: true }).first().click();
    await constanta.check('case: both languages');
    await constanta.page.getByRole('button', { name: 'Închidere' }).click();
    await constanta.page.getByRole('dialog').getByRole('radio', { name: 'soluționat' }).check();
    await constanta.check('case: closing');
    await constanta.page.getByRole('dialog').getByRole('button', { name: 'Închidere' }).click();
    await constanta.page.getByText('Cererea a fost închisă.').first().waitFor();
    await constanta.check('case: closed');

    const auditor = await open('en');
    await auditor.signIn(PEOPLE.krasimir);
    await auditor.goTo(path);
    await auditor.page.getByText(number).first().waitFor();
    await auditor.page.getByText('The name is replaced by a pseudonym.').waitFor();
    for (const step of ['opened as a draft', 'sent', 'accepted', 'closed'])
      await auditor.page.getByText(`The request was ${step}`).first().waitFor();
    await auditor.page.getByText('The answer was sent').first().waitFor();
    const seen = await auditor.page.locator('main').innerText();
    for (const secret of [
      person.familyName,
      person.latin.familyName,
      STREET,
      BACKGROUND,
      'Popescu',
      'Иванова',
    ])
      expect(seen).not.toContain(secret);
    expect(await auditor.page.locator('main').getByRole('button').count()).toBe(0);
    await auditor.check('case: for an auditor');

    const olt = await open('ro');
    await olt.signIn(PEOPLE.cristina);
    await olt.goTo(path);
    await olt.page.getByRole('heading', { name: 'Nu am găsit ce căutați' }).waitFor();
    await olt.check('case: for Olt');
    for (const words of [number, person.familyName, person.latin.familyName]) {
      await olt.page.getByRole('searchbox', { name: 'Căutare după număr sau nume' }).fill(words);
      await olt.page.keyboard.press('Enter');
      // What was searched for stands on the page and never in its address.
      await olt.page.getByText(`Căutare: „${words}”`).waitFor();
      expect(decodeURIComponent(olt.page.url())).not.toContain(words);
      await olt.settled();
      expect(await olt.page.getByRole('link', { name: number }).count()).toBe(0);
    }
    await olt.check('search: nothing for Olt');
  }));
