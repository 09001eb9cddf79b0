import { inventedPerson, seededRandom } from '@soc-coop/testing';
import type { Browser } from 'playwright-core';
import type { Caller } from './api/caller';
import { FirstCase, RESIDENCE } from './api/first-case';
import { PEOPLE, signInAs } from './api/people';
import { launchBrowser } from './browser';
import { begin, send, writePerson } from './pages/case-steps';
import { answerMeans, askMeans } from './pages/means-steps';
import { makeMove } from './pages/moves';
import type { Reader } from './pages/reader';
import { story } from './pages/story';

const OF_RUSE = { ...RESIDENCE, unit: 'BG-RDSA-RSE' };

let browser: Browser;
let giurgiu: Caller;
let ruse: Caller;
let vidin: Caller;
let montana: Caller;
beforeAll(async () => {
  browser = await launchBrowser();
  [giurgiu, ruse, vidin, montana] = await Promise.all([
    signInAs(PEOPLE.vasile, 'caseworker'),
    signInAs(PEOPLE.kalina, 'caseworker'),
    signInAs(PEOPLE.silvia, 'caseworker'),
    signInAs(PEOPLE.borislav, 'caseworker'),
  ]);
});
afterAll(async () => {
  await browser.close();
});

it('Ruse refuses one request with a reason, and Giurgiu withdraws another', () =>
  story(browser, async (open) => {
    const [refused, withdrawn] = await Promise.all([
      new FirstCase(giurgiu, ruse, 841, OF_RUSE).sent(),
      new FirstCase(giurgiu, ruse, 842, OF_RUSE).sent(),
    ]);
    const there = await open('bg');
    await there.bring(ruse);
    await there.openCase(refused.now.number ?? '');
    // Without a reason nothing is refused.
    await there.page.getByRole('button', { name: 'Отказ', exact: true }).click();
    await there.page.getByRole('dialog').getByRole('button', { name: 'Отказ', exact: true }).click();
    await there.page.getByRole('dialog').getByText('Изберете основание.').first().waitFor();
    await there.check('case: refusing without a reason');
    await there.page.keyboard.press('Escape');
    await makeMove(there, 'Отказ', {
      reason: 'лицето не фигурира в нашите регистри',
      done: 'Искането е отказано.',
    });

    const here = await open('ro');
    await here.bring(giurgiu);
    await here.openCase(refused.now.number ?? '');
    await here.page.getByText('persoana nu figurează în evidențele noastre').first().waitFor();
    await here.check('case: refused');
    await here.goTo(`exchanges/${withdrawn.now.id}`);
    await makeMove(here, 'Retragere', {
      note: 'Solicitanta a renunțat la cerere.',
      done: 'Cererea a fost retrasă.',
    });
    await there.goTo(`exchanges/${withdrawn.now.id}`);
    await there.page.getByText('Solicitanta a renunțat la cerere.').first().waitFor();
    expect(await there.page.getByRole('button', { name: 'Приемане' }).count()).toBe(0);
    await there.check('case: withdrawn');
  }));

/** Vidin sends the request on to Montana, and has no part in it from then on. */
async function forwardToMontana(there: Reader, number: string, path: string): Promise<void> {
  const { page } = there;
  await there.openCase(number);
  await page.getByRole('button', { name: 'Препращане' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Име на институцията').fill('Монтана');
  await dialog.getByRole('radio', { name: /^РДСП – Монтана/ }).check();
  await dialog.getByRole('radio', { name: 'не е компетентен', exact: true }).check();
  await there.check('case: forwarding');
  await dialog.getByRole('button', { name: 'Препращане' }).click();
  await page.getByText(`${number} вече е в РДСП – Монтана`, { exact: false }).first().waitFor();
  await there.goTo(path);
  await page.getByRole('heading', { name: 'Търсеното не е намерено' }).waitFor();
}

it('incomes are asked of Vidin, sent on to Montana, answered in part and corrected', () =>
  story(browser, async (open) => {
    const here = await open('ro');
    await here.bring(giurgiu);
    await here.goTo('work');
    await begin(here, 'EX03', 'Vidin');
    await writePerson(here, inventedPerson('BG', seededRandom(843)));
    await askMeans(here);
    await here.check('EX03: the last look');
    const number = await send(here, 'RO-GR');
    const path = new URL(here.page.url()).pathname.replace(/^\/ro\//, '');

    const vidinReader = await open('bg');
    await vidinReader.bring(vidin);
    await forwardToMontana(vidinReader, number, path);

    const there = await open('bg');
    await there.bring(montana);
    await there.openCase(number);
    await makeMove(there, 'Приемане', { done: 'Искането е прието.' });
    await there.page.getByRole('button', { name: 'Отговор', exact: true }).click();
    await answerMeans(there, '640,50');
    await there.page.getByRole('dialog').getByRole('button', { name: 'Отговор' }).click();
    await there.page.getByText('Отговорът е изпратен.').first().waitFor();

    await there.page.getByRole('button', { name: 'Поправяне' }).click();
    await there.page.getByRole('heading', { name: 'Поправяне на отговора' }).waitFor();
    await there.page.getByRole('group', { name: 'Доходи 1' }).getByLabel('Сума').last().fill('604,50');
    await there.page.getByLabel('Какво е било сгрешено').fill('Цифрите бяха разменени.');
    await there.page.getByRole('button', { name: 'Проверка' }).click();
    await there.page.getByRole('button', { name: 'Изпращане на поправката' }).click();
    await there.page.getByText('Съдържанието е поправено.').first().waitFor();

    await here.openCase(number);
    const answer = here.page.getByRole('region', { name: 'Răspunsul' }).first();
    await answer.getByText('Răspuns: parțial').first().waitFor();
    await answer
      .getByText(/604,50/)
      .first()
      .waitFor();
    await answer.getByText('se comunică ulterior').first().waitFor();
    await here.page.getByText('Цифрите бяха разменени.').first().waitFor();
    await here.check('EX03: answered in part and corrected');
  }));
