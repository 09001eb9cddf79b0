import { inventedPerson, seededRandom } from '@soc-coop/testing';
import type { Browser } from 'playwright-core';
import { CLARIFICATION, workingDay } from './api/decided';
import { BACKGROUND, STREET } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { BG, date, markAnswer, writeAnswer, writeRequest } from './pages/case-steps';
import { makeMove } from './pages/moves';
import type { Reader } from './pages/reader';
import { story } from './pages/story';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** What is not clear is asked, and a later day is agreed on; each side on its own page. */
async function agreeOnTheRest(constanta: Reader, dobrich: Reader, path: string, day: string): Promise<void> {
  await makeMove(dobrich, 'Искане на уточнение', {
    reason: 'противоречиви данни',
    note: CLARIFICATION.asked,
    done: 'Поискано е уточнение.',
  });
  await constanta.goTo(path);
  await constanta.page.getByText(CLARIFICATION.asked).first().waitFor();
  await constanta.check('case: asked back');
  await makeMove(constanta, 'Răspuns la clarificări', {
    note: CLARIFICATION.answered,
    done: 'S-a răspuns la clarificări.',
  });
  await dobrich.goTo(path);
  await dobrich.page.getByText(CLARIFICATION.answered).first().waitFor();
  await dobrich.page.getByRole('button', { name: 'Предлагане на срок' }).click();
  const dialog = dobrich.page.getByRole('dialog');
  await date(dialog, 'Предложен ден', BG, day);
  await dialog.getByRole('button', { name: 'Предлагане на срок' }).click();
  await dobrich.page.getByText('Предложен е друг срок').first().waitFor();
  await constanta.goTo(path);
  await makeMove(constanta, 'Acordul asupra termenului', { done: 'Termenul a fost convenit.' });
  await dobrich.goTo(path);
}

/** The answer was not the end: reopened by both sides, answered once more from what was said before, closed again. */
async function reopenAndCloseAgain(constanta: Reader, dobrich: Reader, path: string): Promise<void> {
  await makeMove(constanta, 'Solicitare de redeschidere', {
    reason: 'informații noi',
    done: 'Așteptați hotărârea celeilalte părți.',
  });
  await dobrich.goTo(path);
  await makeMove(dobrich, 'Съгласие за повторно отваряне', { done: 'Искането е отворено отново.' });
  await dobrich.page.getByRole('button', { name: 'Отговор', exact: true }).click();
  await dobrich.page.getByRole('heading', { name: 'Отговор на искането' }).waitFor();
  await markAnswer(dobrich, 'проверен документ');
  await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Отговор' }).click();
  await dobrich.page.getByRole('button', { name: 'Изпращане на отговора' }).waitFor({ state: 'detached' });
  await constanta.goTo(path);
  await constanta.page.getByText('Sursa: document văzut').first().waitFor();
  await constanta.page.getByText('Răspunsul, versiunea 2').waitFor();
  await makeMove(constanta, 'Închidere', { reason: 'soluționat', done: 'Cererea a fost închisă.' });
  await constanta.check('case: closed again');
}

it('a question crosses the Danube, goes back and forth, is answered, closed, reopened and closed again', () =>
  story(browser, async (open) => {
    const day = await workingDay(await signIn(PEOPLE.elena), await signIn(PEOPLE.maria), 502);
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
    await dobrich.openCase(number);
    await dobrich.page.getByRole('heading', { name: /Проверка/ }).waitFor();
    await dobrich.check('case: arrived');
    await dobrich.page.getByRole('button', { name: 'Приемане' }).click();
    await dobrich.page.getByRole('dialog').waitFor();
    await dobrich.check('case: accepting');
    await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Приемане' }).click();
    await dobrich.page.getByText('Искането е прието.').first().waitFor();
    await dobrich.check('case: accepted');
    await agreeOnTheRest(constanta, dobrich, path, day);
    await dobrich.page.getByRole('button', { name: 'Отговор', exact: true }).click();
    await writeAnswer(dobrich);
    await dobrich.page.getByRole('dialog').getByRole('button', { name: 'Отговор' }).click();
    await dobrich.page.getByText('Отговорът е изпратен.').first().waitFor();
    await dobrich.check('case: answered, for who answered');

    await constanta.openCase(number);
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
    await reopenAndCloseAgain(constanta, dobrich, path);

    const auditor = await open('en');
    await auditor.signIn(PEOPLE.krasimir);
    await auditor.goTo(path);
    await auditor.page.getByText(number).first().waitFor();
    await auditor.page.getByText('The name is replaced by a pseudonym.').waitFor();
    for (const step of ['opened as a draft', 'sent', 'accepted', 'closed', 'reopened'])
      await auditor.page.getByText(`The request was ${step}`).first().waitFor();
    await auditor.page.getByText('The answer was sent').first().waitFor();
    const seen = await auditor.page.locator('main').innerText();
    for (const secret of [
      person.familyName,
      person.latin.familyName,
      STREET,
      BACKGROUND,
      CLARIFICATION.asked,
      CLARIFICATION.answered,
      'Popescu',
      'Иванова',
    ])
      expect(seen).not.toContain(secret);
    const moves = auditor.page.getByRole('region', { name: 'What you can do now' });
    await moves.getByText('You can only read').waitFor();
    expect(await moves.getByRole('button').count()).toBe(0);
    // The one thing to press is the check of the receipt, which changes nothing.
    expect(await auditor.page.locator('main').getByRole('button').allInnerTexts()).toEqual(['Check']);
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
