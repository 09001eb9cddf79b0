import { exportJWK, generateKeyPair } from 'jose';
import type { Browser } from 'playwright-core';
import { freshKey } from './api/caller';
import { PartnerSystem } from './api/partner-system';
import { enter, PEOPLE, signIn } from './api/people';
import { askAsOwner } from './owner-database';
import { launchBrowser } from './browser';
import { story } from './pages/story';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it('an administrator connects a partner system, changes its key and switches it off', () =>
  story(browser, async (open) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'first' };
    const administrator = await open('bg', { expected: [/status of 400/] });
    await administrator.bring(await signIn(PEOPLE.desislava));
    const { page } = administrator;
    await administrator.goTo('administration/systems');
    await administrator.check('administration: systems');
    await page.getByRole('link', { name: 'Нова партньорска система' }).click();
    await page.getByRole('button', { name: 'Регистриране на системата' }).click();
    await page.getByText('Поставете публичния ключ.').first().waitFor();
    await administrator.check('administration: a system with what is missing');
    const name = `Деловодство ${freshKey().slice(0, 6)}`;
    await page.getByLabel('Наименование').fill(name);
    await page.getByLabel('Звено', { exact: false }).first().selectOption({ label: 'РДСП – Добрич' });
    await page.getByRole('checkbox', { name: /^EX02/ }).check();
    const keys = page.getByLabel('Публичен ключ (JWK или JWKS)');
    await keys.fill(JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'first' }));
    await page.getByRole('button', { name: 'Регистриране на системата' }).click();
    await page.getByText('Поставихте частен ключ.', { exact: false }).waitFor();
    await keys.fill(JSON.stringify(jwk));
    await page.getByRole('button', { name: 'Регистриране на системата' }).click();
    await page.getByRole('heading', { name }).waitFor();
    await administrator.check('administration: a system');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const system = PartnerSystem.known(id, privateKey);
    const { exchangeQueueCounts } = await (
      await system.caller()
    ).ask<{ exchangeQueueCounts: { all: { capped: boolean } } }>(
      '{ exchangeQueueCounts { all { capped } } }',
    );
    expect(exchangeQueueCounts.all.capped).toBe(false);

    const second = await generateKeyPair('ES256');
    await page.getByRole('button', { name: 'Смяна на ключа' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Публичен ключ (JWK или JWKS)')
      .fill(JSON.stringify({ ...(await exportJWK(second.publicKey)), kid: 'second' }));
    await administrator.check('administration: a new key');
    await dialog.getByRole('button', { name: 'Смяна на ключа' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('second', { exact: true }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await system.token();

    await page.getByRole('button', { name: 'Изключване' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Изключване' }).click();
    await page.getByRole('button', { name: 'Включване' }).waitFor();
    await expect(system.token()).rejects.toThrow('invalid_client');
  }));

it('an administrator takes a lost second factor off; the person is told and sets up a new one', () =>
  story(browser, async (open) => {
    const sorin = await signIn(PEOPLE.sorin);
    const { id, email, password } = await enter(sorin, { unit: 'RO-ANPIS', role: 'AUDITOR' });
    // A factor like any other: nobody in this story knows its code, as when the telephone is gone.
    await askAsOwner(
      `insert into second_factor (account_id, sealed_secret, confirmed_at)
       select $1, sealed_secret, now() from second_factor where confirmed_at is not null limit 1`,
      [id],
    );
    const administrator = await open('ro');
    await administrator.bring(sorin);
    await administrator.goTo(`administration/people/${id}`);
    const { page } = administrator;
    const button = page.getByRole('button', { name: 'Eliminarea celui de-al doilea factor' });
    await button.first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Eliminarea celui de-al doilea factor' }).click();
    await dialog.getByText('Alegeți motivul.').waitFor();
    await dialog.getByRole('radio', { name: 'telefon pierdut sau furat' }).check();
    await administrator.check('administration: taking off a second factor');
    await dialog.getByRole('button', { name: 'Eliminarea celui de-al doilea factor' }).click();
    await page.getByText('Al doilea factor al persoanei Ancuța Nouveanu a fost eliminat.').first().waitFor();
    await button.waitFor({ state: 'detached' });

    const person = await open('ro');
    await person.goTo('sign-in');
    await person.page.locator('#sign-in-email').fill(email);
    await person.page.locator('#sign-in-password').fill(password);
    await person.page.getByRole('button', { name: 'Autentificare' }).click();
    await person.page.locator('#password-current').fill(password);
    await person.page.locator('#password-next').fill(`o propoziție lungă ${freshKey()}`);
    await person.page.getByRole('button', { name: 'Schimbarea parolei' }).click();
    await person.page.getByRole('heading', { name: 'Al doilea factor de autentificare' }).waitFor();
  }));

it('what was done to a sign-in is told on every page until it is read', () =>
  story(browser, async (open) => {
    const sorin = await signIn(PEOPLE.sorin);
    const { viewer } = await (
      await signIn(PEOPLE.andrei)
    ).ask<{ viewer: { account: { id: string } } }>('{ viewer { account { id } } }');
    await askAsOwner(
      `insert into second_factor (account_id, sealed_secret, confirmed_at)
       select $1, sealed_secret, now() from second_factor where confirmed_at is not null limit 1`,
      [viewer.account.id],
    );
    await sorin.ask(
      'mutation($input: TakeOffSecondFactorInput!) { takeOffSecondFactor(input: $input) { secondFactor } }',
      { input: { id: viewer.account.id, reason: 'REPLACED', idempotencyKey: freshKey() } },
    );
    const person = await open('ro');
    await person.bring(await signIn(PEOPLE.andrei));
    await person.goTo('work');
    const told = person.page.getByText('Al doilea factor al contului dumneavoastră a fost eliminat');
    await told.waitFor();
    await person.check('work: a notice of the own sign-in');
    await person.goTo('institutions');
    await told.waitFor();
    await person.page.getByRole('button', { name: 'Am luat la cunoștință' }).click();
    await told.waitFor({ state: 'detached' });
    await person.goTo('work');
    expect(await told.count()).toBe(0);
  }));
