import type { Browser, Page } from 'playwright-core';
import type { Caller } from './api/caller';
import { FirstCase } from './api/first-case';
import { BY_ID } from './api/operations';
import { PEOPLE, signIn, signInAnew } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { signInByEmail } from './shared-state';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Signs in where the page has opened another tab for it, and closes the tab. */
const signInThere = async (tab: Page, email: string): Promise<void> => {
  const { password } = signInByEmail(email);
  await tab.getByLabel('Adresa de e-mail').fill(email);
  await tab.getByLabel('Parola', { exact: true }).fill(password);
  await tab.getByRole('button', { name: 'Autentificare' }).click();
  await tab.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await tab.close();
};

const backgroundIn = async (caller: Caller, id: string): Promise<string | undefined> => {
  const { exchange } = await caller.ask<{ exchange: { draft: { content: { background?: string } } } }>(
    BY_ID,
    { id },
  );
  return exchange.draft.content.background;
};

it('what is being written when the session ends stays on the page, and is saved after signing in again', () =>
  story(browser, async (open) => {
    const [elena, maria, here] = await Promise.all([
      signIn(PEOPLE.elena),
      signIn(PEOPLE.maria),
      signInAnew(PEOPLE.elena),
    ]);
    const one = await (await new FirstCase(elena, maria, 895).opened()).saved();
    const reader = await open('ro', { expected: [/status of 401/, /WebSocket/] });
    const { page } = reader;
    await reader.bring(here);
    await reader.goTo(`exchanges/${one.now.id}/draft/questions`);
    const background = page.getByLabel('Ce se cunoaște la noi');
    await background.waitFor();

    // Ended on the server, as by an administrator or by the clock; the page is not asked.
    expect((await here.send('DELETE', '/api/v1/session')).status).toBe(204);
    const words = 'Scris după ce sesiunea s-a încheiat.';
    await background.fill(words);
    const notice = page.getByRole('dialog', { name: 'Sesiunea a expirat' });
    await notice.waitFor();
    await reader.check('the session has ended');
    expect(await page.locator('textarea').first().inputValue()).toBe(words);
    expect(await backgroundIn(elena, one.now.id)).not.toBe(words);

    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      notice.getByRole('link', { name: 'Autentificare într-o filă nouă' }).click(),
    ]);
    await signInThere(tab, PEOPLE.elena);
    await notice.getByRole('button', { name: 'M-am autentificat' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await background.inputValue()).toBe(words);
    await page.getByText('Salvat la').waitFor();
    expect(await backgroundIn(elena, one.now.id)).toBe(words);
    await page.reload();
    await reader.settled();
    expect(await background.inputValue()).toBe(words);
  }));
