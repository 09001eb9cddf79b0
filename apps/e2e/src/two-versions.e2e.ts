import type { Browser } from 'playwright-core';
import { FirstCase } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { saveOver } from './api/save-over';
import { launchBrowser } from './browser';
import { story } from './pages/story';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Unit coordinator of AJPIS Constanța, who may write in every draft of the unit. */
const COORDINATOR = 'ioana.dumitru@ct.ajpis.example';

/** Refused saves are answered with 409, which a browser writes down as an error of its own. */
const refused = { expected: [/status of 409/] };

it('a request two officers write at once: both versions are shown, and what is chosen is saved', () =>
  story(browser, async (open) => {
    const [elena, ioana, maria] = await Promise.all([PEOPLE.elena, COORDINATOR, PEOPLE.maria].map(signIn));
    const mine = await (await new FirstCase(elena!, maria!, 731).opened()).saved();
    const writer = await open('ro', refused);
    await writer.bring(elena!);
    await writer.goTo(`exchanges/${mine.now.id}/draft/questions`);
    const background = writer.page.getByRole('textbox').first();
    await background.fill('Solicitanta lucrează la Dobrich.');
    await writer.page.getByText(/Salvat la/).waitFor();

    await saveOver(ioana!, mine.now.id, { background: 'Solicitanta învață la Dobrich.' });
    await background.fill('Solicitanta lucrează la Balcic.');
    const panel = writer.page.getByRole('heading', { name: 'Două versiuni ale aceleiași schițe' });
    await panel.waitFor();
    await writer.check('draft: two versions');

    // By keyboard alone: what both have changed must be decided.
    await writer.page.getByRole('button', { name: 'Salvarea alegerilor' }).press('Enter');
    await writer.page.getByRole('alert').getByRole('link').first().waitFor();
    await writer.page.getByRole('button', { name: 'Tot ce am scris eu' }).press('Enter');
    await writer.page.getByRole('button', { name: 'Salvarea alegerilor' }).press('Enter');
    await panel.waitFor({ state: 'detached' });
    await writer.page.getByText(/Salvat la/).waitFor();
    expect(await background.inputValue()).toBe('Solicitanta lucrează la Balcic.');
    await writer.page.reload();
    await writer.settled();
    expect(await background.inputValue()).toBe('Solicitanta lucrează la Balcic.');
  }));
