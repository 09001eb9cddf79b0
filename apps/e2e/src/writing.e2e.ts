import type { Browser, Page } from 'playwright-core';
import type { Caller } from './api/caller';
import { FirstCase } from './api/first-case';
import { BY_ID } from './api/operations';
import { OWN, PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { begin, markAnswer, send } from './pages/case-steps';
import { makeMove } from './pages/moves';
import { story } from './pages/story';

let browser: Browser;
let elena: Caller;
let maria: Caller;
beforeAll(async () => {
  browser = await launchBrowser();
  [elena, maria] = (await Promise.all([PEOPLE.elena, PEOPLE.maria].map(signIn))) as [Caller, Caller];
});
afterAll(async () => {
  await browser.close();
});

/** Chooses another language in the head of the page. */
const speak = async (page: Page, language: string): Promise<void> => {
  await page.locator('header button[aria-haspopup="menu"]').first().click();
  await page.getByRole('menuitemcheckbox', { name: language }).click();
};
const backgroundIn = async (caller: Caller, id: string): Promise<string | undefined> => {
  const { exchange } = await caller.ask<{ exchange: { draft: { content: { background?: string } } } }>(
    BY_ID,
    { id },
  );
  return exchange.draft.content.background;
};

it('another language keeps the page, its filters and what was just typed', () =>
  story(browser, async (open) => {
    const laura = await signIn(OWN.laura);
    const one = await (await new FirstCase(laura, maria, 891).opened()).saved();
    const reader = await open('ro');
    await reader.bring(laura);
    await reader.goTo('work?queue=waiting');
    await speak(reader.page, 'English');
    await reader.page.waitForURL(/\/en\/work\?.*queue=waiting/);
    await reader.page.locator('[aria-current=page]', { hasText: 'Waiting' }).first().waitFor();
    await speak(reader.page, 'Română');
    await reader.page.waitForURL(/\/ro\/work\?.*queue=waiting/);

    await reader.goTo(`exchanges/${one.now.id}/draft/questions`);
    const words = 'Scris înainte de schimbarea limbii.';
    await reader.page.getByLabel('Ce se cunoaște la noi').fill(words);
    await speak(reader.page, 'Български');
    await reader.page.waitForURL(/\/bg\/exchanges\/.*\/draft\/questions/);
    const field = reader.page.getByLabel('Какво е известно при нас');
    await field.waitFor();
    expect(await field.inputValue()).toBe(words);
  }));

it('a draft saves itself, and is there after the page was loaded anew', () =>
  story(browser, async (open) => {
    const one = await (await new FirstCase(elena, maria, 892).opened()).saved();
    const reader = await open('ro');
    await reader.bring(elena);
    await reader.goTo(`exchanges/${one.now.id}/draft/questions`);
    const field = reader.page.getByLabel('Ce se cunoaște la noi');
    const saved = reader.page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('Scris fără'),
    );
    await field.fill('Scris fără să apăs pe nimic.');
    await saved;
    await reader.page.getByText('Salvat la').waitFor();
    expect(await backgroundIn(elena, one.now.id)).toBe('Scris fără să apăs pe nimic.');
    await reader.page.reload();
    await reader.settled();
    expect(await field.inputValue()).toBe('Scris fără să apăs pe nimic.');
  }));

it('without a connection the words stay and the page says so; with it they are saved', () =>
  story(browser, async (open) => {
    const one = await new FirstCase(elena, maria, 893).accepted();
    const reader = await open('bg', { expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/] });
    await reader.bring(maria);
    await reader.goTo(`exchanges/${one.now.id}/answer`);
    const { page } = reader;
    const remarks = page.getByRole('region', { name: 'Други уточнения' }).getByLabel('Уточнения');
    await remarks.waitFor();
    await page.context().setOffline(true);
    await remarks.fill('Написано без връзка.');
    await page.getByText('Няма връзка със сървъра').first().waitFor();
    await page.getByText('Промените не са записани.').first().waitFor();
    expect(await remarks.inputValue()).toBe('Написано без връзка.');
    await reader.check('answer: without a connection');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Нов опит' }).first().click();
    await page.getByText('Записано в').waitFor();
    await page.reload();
    await reader.settled();
    expect(await remarks.inputValue()).toBe('Написано без връзка.');
  }));

it('a general question without a person is asked in Romanian, and answered in Bulgarian with its sources', () =>
  story(browser, async (open) => {
    const here = await open('ro');
    await here.bring(elena);
    await here.goTo('work');
    await begin(here, 'EX11', 'Dobrich');
    const go = here.page.getByRole('button', { name: 'Continuați', exact: true });
    await go.click();
    await here.page.getByRole('heading', { name: 'Ce doriți să aflați?' }).waitFor();
    await here.page.getByLabel('Domeniul').selectOption({ label: 'prestații sociale' });
    await here.page
      .getByRole('region', { name: 'Obiectul cererii' })
      .getByLabel('Scopul')
      .selectOption('APPLYING_LAW');
    await here.page.getByRole('checkbox', { name: /^Întrebarea 1/ }).check();
    await here.page.getByLabel('Tema întrebării 1').selectOption('LAW');
    const words = 'Ce condiție de rezidență se cere pentru ajutorul de încălzire?';
    await here.page.getByLabel('Textul întrebării 1').fill(words);
    await here.check('EX11: a question of own words');
    await go.click();
    const number = await send(here, 'RO-CT');

    const there = await open('bg');
    await there.bring(maria);
    await there.openCase(number);
    await there.page.getByText(words).first().waitFor();
    await makeMove(there, 'Приемане', { done: 'Искането е прието.' });
    await there.page.getByRole('button', { name: 'Отговор', exact: true }).click();
    const first = there.page.getByRole('region', { name: 'Отговор на въпрос 1' });
    await first.getByLabel('Отговор', { exact: true }).fill('Изисква се настоящ адрес в страната.');
    const sources = first.getByRole('group', { name: 'Актове и източници' }).first();
    await sources.getByRole('button', { name: 'Добавяне на ред' }).click();
    await sources.getByLabel('Акт или източник').fill('Наредба № РД-07-5 от 2008 г.');
    await there.check('EX11: an answer with a source');
    await markAnswer(there, 'проверен документ');
    await there.page.getByRole('dialog').getByRole('button', { name: 'Отговор' }).click();
    await there.page.getByText('Отговорът е изпратен.').first().waitFor();

    await here.openCase(number);
    await here.page.getByText('Наредба № РД-07-5 от 2008 г.').first().waitFor();
    await here.check('EX11: answered');
    await makeMove(here, 'Închidere', { reason: 'soluționat', done: 'Cererea a fost închisă.' });
  }));
