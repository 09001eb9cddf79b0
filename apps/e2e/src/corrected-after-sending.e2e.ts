import type { Browser } from 'playwright-core';
import type { Caller } from './api/caller';
import { BACKGROUND, FirstCase } from './api/first-case';
import { APPROVE, SUBMIT } from './api/operations';
import { PEOPLE, signIn, signInAs } from './api/people';
import { launchBrowser } from './browser';
import { makeMove } from './pages/moves';
import { story } from './pages/story';

let browser: Browser;
let maria: Caller;
beforeAll(async () => {
  browser = await launchBrowser();
  maria = await signIn(PEOPLE.maria);
});
afterAll(async () => {
  await browser.close();
});

const WRONG = 'Contextul vorbea de altă lună.';
const RIGHT = 'Solicitanta spune că locuiește la Dobrich din luna iunie.';

/** A request of Dolj, which sends nothing before a second officer has read it. */
const approved = async (lucian: Caller, camelia: Caller): Promise<FirstCase> => {
  const one = await (await new FirstCase(lucian, maria, 871).opened()).saved();
  for (const [by, mutation] of [
    [lucian, SUBMIT],
    [camelia, APPROVE],
  ] as const) {
    await by.ask(mutation, { input: one.hold });
    one.step = { ...one.now, version: one.now.version + 1 };
  }
  await one.leave();
  return one.accept();
};

it('an approver reads a correction beside what was sent, returns it, and sends it by approving it', () =>
  story(browser, async (open) => {
    const [lucian, camelia] = await Promise.all([
      signInAs(PEOPLE.lucian, 'caseworker'),
      signInAs(PEOPLE.camelia, 'approver'),
    ]);
    const one = await approved(lucian, camelia);
    const path = `exchanges/${one.now.id}`;

    const writer = await open('ro');
    await writer.bring(lucian);
    await writer.goTo(path);
    await writer.page.getByRole('button', { name: 'Corectare, cu aprobare' }).click();
    await writer.page.getByRole('heading', { name: 'Corectați întrebările' }).waitFor();
    await writer.page.getByLabel('Ce se cunoaște la noi').fill(RIGHT);
    await writer.page.getByLabel('Ce a fost greșit').fill(WRONG);
    await writer.page.getByRole('button', { name: 'Verificare', exact: true }).click();
    await writer.page.getByText('Un al doilea funcționar citește corectura').waitFor();
    await writer.check('correction: to be submitted');
    await writer.page.getByRole('button', { name: 'Trimiterea corecturii spre aprobare' }).click();
    await writer.page.getByText('Corectura a fost trimisă spre aprobare.').first().waitFor();
    await writer.check('case: a correction waits, for who wrote it');
    await writer.goTo(`${path}/correct`);
    await writer.page.getByText('Textul așteaptă aprobarea').waitFor();

    const approver = await open('ro');
    await approver.bring(camelia);
    await approver.goTo('work');
    await approver.page.getByRole('link', { name: one.now.number ?? '' }).click();
    const reading = approver.page.getByRole('region', { name: 'Corectură care așteaptă aprobarea' });
    await reading.getByText(WRONG).waitFor();
    // Old and new stand side by side where they differ, and nowhere else.
    expect(await reading.getByText('modificat', { exact: true }).count()).toBe(1);
    await reading.getByText(BACKGROUND).waitFor();
    await reading.getByText(RIGHT).waitFor();
    await approver.check('case: an approver reads a correction');
    await makeMove(approver, 'Returnarea corecturii', {
      note: 'Spuneți de la cine știți.',
      done: 'Corectura a fost returnată pentru completare.',
    });

    await writer.goTo(`${path}/correct`);
    await writer.page.getByText('Spuneți de la cine știți.').waitFor();
    // What was said stays where it was written.
    expect(await writer.page.getByLabel('Ce a fost greșit').inputValue()).toBe(WRONG);
    await writer.page.getByLabel('Ce se cunoaște la noi').fill(`${RIGHT} De la sora sa.`);
    await writer.check('correction: it came back');
    await writer.page.getByRole('button', { name: 'Verificare', exact: true }).click();
    await writer.page.getByRole('button', { name: 'Trimiterea corecturii spre aprobare' }).click();
    await writer.page.getByText('Corectura a fost trimisă spre aprobare.').first().waitFor();

    await approver.goTo(path);
    await makeMove(approver, 'Aprobarea și trimiterea corecturii', { done: 'Corectura a fost aprobată.' });
    const other = await open('bg');
    await other.bring(maria);
    await other.goTo(path);
    await other.page.getByText('Съдържанието е поправено').first().waitFor();
    await other.page.getByText(`${RIGHT} De la sora sa.`).first().waitFor();
    // What the other house did in between is its own business.
    expect(await other.page.getByText('за одобрение').count()).toBe(0);
    await other.check('case: corrected by the other side');
  }));

it('a request about the wrong person is void, and the same is asked anew about nobody yet', () =>
  story(browser, async (open) => {
    const elena = await signIn(PEOPLE.elena);
    const one = await new FirstCase(elena, maria, 872).accepted();
    const path = `exchanges/${one.now.id}`;
    const constanta = await open('ro');
    await constanta.bring(elena);
    await constanta.goTo(path);
    await constanta.page.getByRole('button', { name: 'Altă persoană: cerere nouă' }).click();
    const dialog = constanta.page.getByRole('dialog');
    await dialog.getByText('fără nicio dată despre persoană', { exact: false }).waitFor();
    await constanta.check('case: asking anew about another person');
    await dialog.getByRole('button', { name: 'Altă persoană: cerere nouă' }).click();
    await constanta.page.getByRole('heading', { name: 'Despre cine este vorba?' }).waitFor();
    expect(await constanta.page.getByLabel('Numele de familie').inputValue()).toBe('');
    await constanta.page.getByText('Cerere adresată în locul celei despre altă persoană').waitFor();
    await constanta.check('draft: asked anew');
    await constanta.page.getByRole('link', { name: one.now.number ?? '' }).click();
    await constanta.page.getByText('Aceleași întrebări au fost puse despre altă persoană').waitFor();
    await constanta.check('case: void, with the way to the new one');

    const dobrich = await open('bg');
    await dobrich.bring(maria);
    await dobrich.goTo(path);
    await dobrich.page.getByText('Искането се отнасяше за друго лице и е обезсилено').first().waitFor();
    expect(await dobrich.page.getByText('Същите въпроси са зададени за друго лице').count()).toBe(0);
    await dobrich.check('case: void, as the other side sees it');
  }));
