import type { Browser } from 'playwright-core';
import type { Caller } from './api/caller';
import { workingDay } from './api/decided';
import { FirstCase } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { BG, date } from './pages/case-steps';
import { story } from './pages/story';

let browser: Browser;
let elena: Caller;
let maria: Caller;
beforeAll(async () => {
  browser = await launchBrowser();
  [elena, maria] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
});
afterAll(async () => {
  await browser.close();
});

it('another day is proposed in Bulgarian and agreed in Romanian', () =>
  story(browser, async (open) => {
    const [first, day] = await Promise.all([
      new FirstCase(elena, maria, 822).accepted(),
      workingDay(elena, maria, 821),
    ]);
    const path = `exchanges/${first.now.id}`;

    const dobrich = await open('bg');
    await dobrich.bring(maria);
    await dobrich.goTo(path);
    await dobrich.page.getByRole('button', { name: 'Предлагане на срок' }).click();
    const dialog = dobrich.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Предлагане на срок' }).click();
    await dialog.getByText('Напишете съществуваща дата.').waitFor();
    await dobrich.check('case: proposing a day, nothing written');
    await date(dialog, 'Предложен ден', BG, '2020-01-06');
    await dialog.getByRole('button', { name: 'Предлагане на срок' }).click();
    await dialog.getByText('Денят 6 януари 2020 г. не е в бъдещето.', { exact: false }).waitFor();
    await date(dialog, 'Предложен ден', BG, day);
    await dialog.getByRole('button', { name: 'Предлагане на срок' }).click();
    await dobrich.page.getByText('Предложен е друг срок').first().waitFor();
    await dobrich.check('case: a day proposed, for who proposed');

    const constanta = await open('ro');
    await constanta.bring(elena);
    await constanta.openCase(first.now.number ?? '');
    await constanta.page.getByText('A fost propus alt termen').first().waitFor();
    await constanta.check('case: a day proposed');
    await constanta.page.getByRole('button', { name: 'Acordul asupra termenului' }).click();
    await constanta.check('case: agreeing to a day');
    await constanta.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Acordul asupra termenului' })
      .click();
    await constanta.page.getByText('Termenul a fost convenit.').first().waitFor();
    await constanta.page
      .getByText(/Termen convenit: /)
      .first()
      .waitFor();
    expect(await constanta.page.getByText('A fost propus alt termen').count()).toBe(0);
    await constanta.check('case: a day agreed');
  }));

it('a request is corrected, looked at before it is sent, and both versions stand in the case', () =>
  story(browser, async (open) => {
    const first = await new FirstCase(elena, maria, 823).answered();
    const path = `exchanges/${first.now.id}`;

    const constanta = await open('ro');
    await constanta.bring(elena);
    await constanta.goTo(path);
    await constanta.page.getByRole('button', { name: 'Corectare' }).click();
    await constanta.page.getByRole('heading', { name: 'Corectați întrebările' }).waitFor();
    await constanta.page.getByRole('button', { name: 'Verificare' }).click();
    await constanta.page.getByText('Conținutul este același cu cel trimis.').first().waitFor();
    await constanta.check('correction with what is missing');
    const background = constanta.page.getByLabel('Ce se cunoaște la noi');
    await background.fill('Solicitanta s-a mutat în luna iunie.');
    await constanta.page.getByText('Salvat la').waitFor();
    // What is being written survives leaving the page.
    await constanta.goTo(path);
    await constanta.page.getByRole('button', { name: 'Corectare' }).click();
    await constanta.page.getByRole('heading', { name: 'Corectați întrebările' }).waitFor();
    expect(await background.inputValue()).toBe('Solicitanta s-a mutat în luna iunie.');
    await constanta.page.getByLabel('Ce a fost greșit').fill('Luna era greșită.');
    await constanta.check('correction');
    await constanta.page.getByRole('button', { name: 'Verificare' }).click();
    await constanta.page.getByRole('heading', { name: 'Verificați corectura' }).waitFor();
    await constanta.check('correction: the last look');
    await constanta.page.getByRole('button', { name: 'Trimiterea corecturii' }).click();
    await constanta.page.getByText('Conținutul a fost corectat.').first().waitFor();

    const dobrich = await open('bg');
    await dobrich.bring(maria);
    await dobrich.goTo(path);
    await dobrich.page.getByText('Версия 2').first().waitFor();
    await dobrich.page.getByText('1 предишна версия').click();
    await dobrich.page.getByText('заменена', { exact: true }).waitFor();
    await dobrich.page.getByText('Solicitanta s-a mutat în luna iunie.').first().waitFor();
    await dobrich.page.getByText('Въпросите, версия 2').waitFor();
    await dobrich.check('case: corrected, both versions open');
  }));

it('reopening is asked for in one country and agreed in the other', () =>
  story(browser, async (open) => {
    const first = await new FirstCase(elena, maria, 824).closed();
    const path = `exchanges/${first.now.id}`;

    const constanta = await open('ro');
    await constanta.bring(elena);
    await constanta.goTo(path);
    await constanta.page.getByRole('button', { name: 'Solicitare de redeschidere' }).click();
    const dialog = constanta.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'informații noi' }).check();
    await constanta.check('case: asking to reopen');
    await dialog.getByRole('button', { name: 'Solicitare de redeschidere' }).click();
    await constanta.page.getByText('Așteptați hotărârea celeilalte părți.').waitFor();
    // Why it cannot be asked for again stands there.
    await constanta.page.getByText('Ce nu se poate acum', { exact: false }).click();
    await constanta.page
      .getByText('Partea dumneavoastră a cerut redeschiderea', { exact: false })
      .first()
      .waitFor();
    await constanta.check('case: reopening asked, for who asked');

    const dobrich = await open('bg');
    await dobrich.bring(maria);
    await dobrich.openCase(first.now.number ?? '');
    await dobrich.page.getByText('Другата страна очаква Вашето решение.').waitFor();
    await dobrich.check('case: reopening asked');
    await dobrich.page.getByRole('button', { name: 'Съгласие за повторно отваряне' }).click();
    await dobrich.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Съгласие за повторно отваряне' })
      .click();
    await dobrich.page.getByText('Искането е отворено отново.').first().waitFor();
    await dobrich.page.getByRole('button', { name: 'Отговор', exact: true }).click();
    await dobrich.page.getByRole('heading', { name: 'Отговор на искането' }).waitFor();
    // The answer begins with the one that was given before.
    const actual = dobrich.page.getByRole('region', { name: 'Действително пребиваване' });
    expect(await actual.getByRole('radio', { name: 'живее на адреса', exact: true }).isChecked()).toBe(true);
    await dobrich.check('answer once more');
  }));
