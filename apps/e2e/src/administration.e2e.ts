import type { Browser } from 'playwright-core';
import { freshKey } from './api/caller';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('an administrator enters a person, who then chooses a password and begins to work', () =>
  story(browser, async (open) => {
    const email = `nou.${freshKey().slice(0, 8)}@ot.ajpis.example`;
    const administrator = await open('ro');
    await administrator.bring(await signIn(PEOPLE.sorin));
    await administrator.goTo('administration/people/new');
    const { page } = administrator;
    await page.getByRole('button', { name: 'Salvați' }).click();
    await page.getByText('Alegeți unitatea.').first().waitFor();
    await administrator.check('administration: a person with what is missing');
    await page.getByLabel('Prenumele').fill('Ancuța');
    await page.getByLabel('Numele de familie').fill('Nouveanu');
    await page.getByLabel('Adresa de e-mail').fill(email);
    await page.getByRole('radio', { name: 'Română' }).check();
    await page.locator('#person-unit-0').selectOption({ label: 'AJPIS OT' });
    await page.locator('#person-role-0').selectOption({ label: 'Asistent social' });
    await page.getByRole('button', { name: 'Salvați' }).click();
    await page.getByText('Parola temporară pentru Ancuța Nouveanu').waitFor();
    const temporary = (await page.locator('code').first().textContent()) ?? '';
    await administrator.check('administration: the temporary password');

    const newcomer = await open('ro');
    await newcomer.goTo('sign-in');
    await newcomer.page.getByLabel('Adresa de e-mail').fill(email);
    await newcomer.page.getByLabel('Parola', { exact: true }).fill(temporary);
    await newcomer.page.getByRole('button', { name: 'Autentificare' }).click();
    await newcomer.page.getByRole('heading', { name: 'Alegeți o parolă nouă' }).waitFor();
    await newcomer.check('choosing a password');
    await newcomer.page.getByLabel('Parola actuală').fill(temporary);
    await newcomer.page.getByLabel('Parola nouă').fill(`o propoziție lungă ${freshKey()}`);
    await newcomer.page.getByRole('button', { name: 'Schimbarea parolei' }).click();
    await newcomer.page.getByRole('heading', { name: 'Lucrările mele' }).waitFor();
    await newcomer.check('work: the first day');
  }));

it('an administrator sees no case, by menu or by address', () =>
  story(browser, async (open) => {
    const administrator = await open('bg');
    await administrator.bring(await signIn(PEOPLE.desislava));
    await administrator.goTo('work');
    expect(await administrator.page.getByRole('link', { name: 'Преписки' }).count()).toBe(0);
    await administrator.goTo('exchanges');
    expect(await administrator.page.getByRole('table').count()).toBe(0);
    await administrator.check('exchanges: for an administrator');
  }));
