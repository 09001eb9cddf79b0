import type { Browser, Route } from 'playwright-core';
import { FirstCase } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { launchBrowser } from './browser';
import { story } from './pages/story';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** What a server of another version says to a document it does not know. */
const unknownOperation = (route: Route): Promise<void> =>
  route.fulfill({
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({
      errors: [
        {
          message: 'x',
          extensions: { code: 'BAD_USER_INPUT', reason: 'request.operationUnknown', params: {} },
        },
      ],
    }),
  });

it('names its documents by hash and never sends their text', () =>
  story(browser, async (open) => {
    const [elena, maria] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
    const one = await new FirstCase(elena, maria, 721).sent();
    const reader = await open('ro');
    await reader.bring(elena);
    const bodies: string[] = [];
    reader.page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) bodies.push(request.postData() ?? '');
    });
    await reader.goTo(`exchanges/${one.now.id}`);
    expect(bodies.length).toBeGreaterThan(2);
    for (const body of bodies) {
      expect(JSON.parse(body)).not.toHaveProperty('query');
      expect(body).toMatch(/^\{"extensions":\{"persistedQuery":\{"version":1,"sha256Hash":"[0-9a-f]{64}"/);
    }
  }));

it('offers to reload where the server has moved on, and is itself again afterwards', () =>
  story(browser, async (open) => {
    const reader = await open('bg');
    await reader.bring(await signIn(PEOPLE.maria));
    await reader.goTo('work');
    // Every document of this page is unknown now; a second attempt changes nothing.
    await reader.page.route('**/graphql', unknownOperation);
    await reader.page.getByRole('link', { name: 'Споразумения' }).first().click();
    const notice = reader.page.getByText('Вече се използва нова версия');
    await notice.waitFor();
    await reader.check('a page of an earlier version');
    await reader.page.unroute('**/graphql');
    await reader.page.getByRole('button', { name: 'Презареждане на страницата' }).first().click();
    await notice.waitFor({ state: 'detached' });
    await reader.settled();
    expect(new URL(reader.page.url()).pathname).toBe('/bg/agreements');
  }));

it('loads the page anew that the reader is on the way to, where its piece is gone', () =>
  story(browser, async (open) => {
    const reader = await open('ro', { expected: [/Failed to load resource/, /preload/i] });
    await reader.bring(await signIn(PEOPLE.elena));
    await reader.goTo('work');
    let gone = 0;
    await reader.page.route(/\/assets\/ExchangeListPage.*\.js$/, async (route) => {
      gone += 1;
      if (gone === 1) await route.fulfill({ status: 404, body: '' });
      else await route.continue();
    });
    await reader.page.getByRole('link', { name: 'Dosare', exact: true }).first().click();
    await reader.page.getByRole('heading', { name: 'Dosare' }).waitFor();
    expect(gone).toBe(2);
    expect(new URL(reader.page.url()).pathname).toBe('/ro/exchanges');
    await expect(reader.page.getByText('Este în uz o versiune nouă').count()).resolves.toBe(0);
  }));
