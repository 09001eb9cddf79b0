import type { Browser } from 'playwright-core';
import { freshKey } from './api/caller';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { soon } from './soon';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const MINE = '{ trainingSessions(filter: { mine: true }) { nodes { id } } }';
const LEAVE =
  'mutation($id: ID!, $key: String!) { cancelEnrolment(session: $id, idempotencyKey: $key) { id } }';

/** Gives every seat back that somebody has, so that a journey begins without any. */
const leaveAll = async (email: string): Promise<void> => {
  const caller = await signIn(email);
  const { trainingSessions } = await caller.ask<{ trainingSessions: { nodes: { id: string }[] } }>(MINE);
  for (const { id } of trainingSessions.nodes) await caller.ask(LEAVE, { id, key: freshKey() });
};

it('an officer takes a seat in a training and gives it back', () =>
  story(browser, async (open) => {
    await leaveAll(PEOPLE.andrei);
    const reader = await open('ro');
    await reader.bring(await signIn(PEOPLE.andrei));
    await reader.goTo('work');
    const { page } = reader;
    await page.getByRole('link', { name: 'Instruiri' }).first().click();
    await page.getByRole('link', { name: /Recuperarea sumelor necuvenite – Vidin/ }).click();
    await page.getByRole('heading', { name: 'Recuperarea sumelor necuvenite – Vidin' }).waitFor();
    const seatsLeft = async (): Promise<number> =>
      Number(
        await page
          .locator('dl > div', { has: page.getByText('libere', { exact: true }) })
          .locator('dd')
          .textContent(),
      );
    const before = await seatsLeft();
    await page.getByRole('button', { name: 'Înscriere', exact: true }).click();
    await page.getByText('Ați fost înscris la instruire.').first().waitFor();
    await page.getByText('Sunteți înscris', { exact: true }).waitFor();
    await soon(async () => expect(await seatsLeft()).toBe(before - 1));
    await reader.check('training: enrolled');
    await reader.goTo('trainings?mine=true');
    await page.getByRole('link', { name: /Vidin/ }).click();
    await page.getByRole('button', { name: 'Anularea înscrierii' }).click();
    await page.getByRole('dialog').waitFor();
    await reader.check('training: giving the seat back');
    await page.getByRole('dialog').getByRole('button', { name: 'Anularea înscrierii' }).click();
    await page.getByText('Înscrierea a fost anulată.').first().waitFor();
    await soon(async () => expect(await seatsLeft()).toBe(before));
    await reader.check('training: not enrolled');
  }));

it('who lacks the certificate is told which one, and by which training it comes', () =>
  story(browser, async (open) => {
    const reader = await open('ro');
    await reader.bring(await signIn(PEOPLE.andrei));
    const { page } = reader;
    await reader.goTo('exchanges/new');
    await page.getByLabel('Tipul cererii').selectOption('EX02');
    await page.getByLabel('Numele instituției').fill('Dobrich');
    await page.getByRole('radio', { name: /DRAS Dobrich/ }).check();
    await page.getByRole('button', { name: 'Continuați' }).click();
    await page
      .getByRole('alert')
      .getByText(/certificat/i)
      .first()
      .waitFor();
    await reader.check('new-exchange: without the certificate');
    await reader.goTo('trainings/certificates');
    await page.getByText('Nu aveți certificate').waitFor();
    await reader.check('certificates: none');
  }));
