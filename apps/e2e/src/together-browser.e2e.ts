import type { Browser } from 'playwright-core';
import type { Caller } from './api/caller';
import { FirstCase } from './api/first-case';
import { BY_ID } from './api/operations';
import { PEOPLE, signIn, signInAs } from './api/people';
import { launchBrowser } from './browser';
import { makeMove } from './pages/moves';
import { story } from './pages/story';

let browser: Browser;
let elena: Caller;
let maria: Caller;
let ivan: Caller;
beforeAll(async () => {
  browser = await launchBrowser();
  [elena, maria, ivan] = (await Promise.all([PEOPLE.elena, PEOPLE.maria, PEOPLE.ivan].map(signIn))) as [
    Caller,
    Caller,
    Caller,
  ];
});
afterAll(async () => {
  await browser.close();
});

interface Whole {
  readonly state: string;
  readonly timeline: readonly { readonly move: string }[];
}
const read = async (caller: Caller, id: string): Promise<Whole> =>
  (await caller.ask<{ exchange: Whole }>(BY_ID, { id })).exchange;

it('two officers accept one case at once: one does, the other is told', () =>
  story(browser, async (open) => {
    const one = await new FirstCase(elena, maria, 862).sent();
    const path = `exchanges/${one.now.id}`;
    const [first, second] = [await open('bg'), await open('bg')];
    await first.bring(maria);
    await second.bring(ivan);
    for (const reader of [first, second]) {
      await reader.goTo(path);
      await reader.page.getByRole('button', { name: 'Приемане', exact: true }).click();
      await reader.page.getByRole('dialog').waitFor();
    }
    await Promise.all(
      [first, second].map(({ page }) =>
        page.getByRole('dialog').getByRole('button', { name: 'Приемане', exact: true }).click(),
      ),
    );
    const outcomes = [first, second].map(async ({ page }) => {
      const late = page.getByText('Данните са променени междувременно').first();
      await page.getByText('Искането е прието').or(late).first().waitFor();
      return (await late.isVisible()) ? 'told' : 'accepted';
    });
    const told = await Promise.all(outcomes);
    expect(told.toSorted()).toEqual(['accepted', 'told']);
    const loser = told[0] === 'told' ? first : second;
    await loser.check('case: somebody else was faster');
    await loser.page.getByRole('button', { name: 'Показване на актуалните данни' }).click();
    await loser.page.getByRole('button', { name: 'Отговор', exact: true }).waitFor();
    expect((await read(elena, one.now.id)).timeline.map(({ move }) => move)).toEqual([
      'OPEN',
      'SEND',
      'ACCEPT',
    ]);
  }));

it('a double click sends once', () =>
  story(browser, async (open) => {
    const one = await (await new FirstCase(elena, maria, 863).opened()).saved();
    const writer = await open('ro');
    await writer.bring(elena);
    await writer.goTo(`exchanges/${one.now.id}/draft/check`);
    await writer.page.getByText('Acordul permite acest schimb').waitFor();
    await writer.page.getByRole('button', { name: 'Trimiterea cererii' }).dblclick();
    await writer.page.getByText('Cererea a fost trimisă cu numărul').first().waitFor();
    await writer.settled();
    expect(await writer.page.getByRole('alert').count()).toBe(0);
    expect((await read(elena, one.now.id)).timeline.map(({ move }) => move)).toEqual(['OPEN', 'SEND']);
  }));

it('an approver reads what would leave, sends it back, and approves it once it is whole', () =>
  story(browser, async (open) => {
    const [lucian, camelia] = await Promise.all([
      signInAs(PEOPLE.lucian, 'caseworker'),
      signInAs(PEOPLE.camelia, 'approver'),
    ]);
    const one = await (await new FirstCase(lucian, maria, 864).opened()).saved();
    const path = `exchanges/${one.now.id}`;
    const writer = await open('ro');
    await writer.bring(lucian);
    await writer.goTo(`${path}/draft/check`);
    const submit = writer.page.getByRole('button', { name: 'Trimiterea spre aprobare' });
    await submit.click();
    await writer.page.getByText('Cererea a fost trimisă spre aprobare.').first().waitFor();
    await writer.check('case: waits for approval, for who wrote it');

    const approver = await open('ro');
    await approver.bring(camelia);
    await approver.goTo(path);
    await approver.page.getByRole('region', { name: 'Așteaptă aprobarea' }).waitFor();
    await approver.page.getByText(one.person.familyName).first().waitFor();
    await approver.check('case: an approver reads it');
    await makeMove(approver, 'Returnare pentru completare', {
      note: 'Lipsește numărul dosarului.',
      done: 'Returnat pentru completare',
    });

    await writer.goTo(path);
    await writer.page.getByText('Lipsește numărul dosarului.').first().waitFor();
    await writer.check('case: a draft that came back');
    await writer.goTo(`${path}/draft/addressee`);
    await writer.page.getByLabel('Numărul dosarului național').fill('88/2026');
    await writer.page.getByText('Salvat la').waitFor();
    await writer.goTo(`${path}/draft/check`);
    await submit.click();
    await writer.page.getByText('Cererea a fost trimisă spre aprobare.').first().waitFor();
    await approver.goTo(path);
    await makeMove(approver, 'Aprobare', { done: 'Aprobat' });
    await writer.goTo(path);
    await writer.page.getByRole('button', { name: 'Verificare și trimitere', exact: true }).click();
    await writer.check('case: sending what was approved');
    await writer.page.getByRole('dialog').getByRole('button', { name: 'Trimiterea cererii' }).click();
    await writer.page
      .getByText(/^RO-DJ-\d{4}-\d{6}$/)
      .first()
      .waitFor();
  }));
