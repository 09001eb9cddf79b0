import type { Browser } from 'playwright-core';
import { FirstCase, RESIDENCE } from './api/first-case';
import { Listener } from './api/listener';
import { PartnerSystem } from './api/partner-system';
import { OWN, PEOPLE, signIn, signInAnew } from './api/people';
import { launchBrowser } from './browser';
import type { Reader } from './pages/reader';
import { story } from './pages/story';
import { SecondProcess } from './second-process';
import { shared } from './shared-state';
import { soon } from './soon';

const OF_SILISTRA = { ...RESIDENCE, unit: 'BG-RDSA-SLS' };

let browser: Browser;
let second: SecondProcess;
beforeAll(async () => {
  [browser, second] = await Promise.all([launchBrowser(), SecondProcess.start()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), second.stop(), Listener.endAll()]);
});

const standing = (...listeners: readonly Listener[]): Promise<void> =>
  soon(() => {
    expect(listeners.map(({ connected }) => connected)).not.toContain(false);
  });

it('a move made through one process reaches who listens at another, and nobody else', async () => {
  const [elena, maria, cristina, carmen] = await Promise.all([
    // She signs out in the midst of it.
    signInAnew(PEOPLE.elena),
    signIn(PEOPLE.maria),
    signIn(PEOPLE.cristina),
    signIn(PEOPLE.carmen),
  ]);
  const system = await PartnerSystem.register('RO-AJPIS-CT');
  const { address } = second;
  // That it was sent has passed through both processes before anybody begins to listen.
  const earlier = [address, shared().address].map((there) => new Listener({ address: there, caller: maria }));
  await standing(...earlier);
  const one = await new FirstCase(elena, maria, 711).sent();
  const { id } = one.now;
  await soon(() => {
    for (const listener of earlier) expect(listener.of(id)).toHaveLength(1);
  });
  await Promise.all(earlier.map((listener) => listener.end()));
  const constanta = new Listener({ address, caller: elena });
  const auditor = new Listener({ address, caller: carmen });
  const partner = new Listener({ address, token: await system.token() });
  const olt = new Listener({ address, caller: cristina });
  const curious = new Listener({ address, caller: cristina, exchange: id });
  const here = new Listener({ address: shared().address, caller: maria });
  await standing(constanta, auditor, partner, olt, curious, here);

  await one.accept();
  const accepted = { kind: 'MOVED', exchangeId: id, move: 'ACCEPT', state: 'ACCEPTED', byYou: false };
  await soon(() => {
    for (const listener of [constanta, auditor, partner]) expect(listener.of(id)).toEqual([accepted]);
    expect(here.of(id)).toEqual([{ ...accepted, byYou: true }]);
  });
  expect(olt.changes).toEqual([]);
  expect(curious).toMatchObject({ changes: [], refusals: ['exchange.notFound'] });

  await elena.send('DELETE', '/api/v1/session');
  await one.answer();
  await soon(() => {
    expect(constanta.refusals).toEqual(['access.sessionExpired']);
    expect(auditor.of(id)).toHaveLength(2);
  });
  expect(constanta.of(id)).toEqual([accepted]);
  await Promise.all([constanta, auditor, partner, olt, curious, here].map((listener) => listener.end()));
});

/** Resolves when the page listens; asked for before the page is opened. */
const listening = async ({ page }: Reader): Promise<void> => {
  await new Promise<void>((resolve) => {
    page.once('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (payload.toString().includes('"subscribe"')) resolve();
      });
    });
  });
  // To begin listening asks the database nothing: it is done before what is asked after it is answered.
  expect((await page.request.get('/api/v1/session')).ok()).toBe(true);
};

it('says what is new and leaves the page as it is until the reader asks', () =>
  story(browser, async (open) => {
    const [marius, milen] = await Promise.all([signIn(OWN.marius), signIn(OWN.milen)]);
    const one = await new FirstCase(marius, milen, 712, OF_SILISTRA).accepted();
    const number = one.now.number ?? '';

    const list = await open('ro');
    await list.bring(marius);
    const listHears = listening(list);
    await list.goTo('work?queue=waiting');
    await list.page.getByRole('link', { name: number }).waitFor();
    const before = await list.page.getByRole('table').innerText();
    const page = await open('bg');
    await page.bring(milen);
    const pageHears = listening(page);
    await page.goTo(`exchanges/${one.now.id}`);
    await Promise.all([listHears, pageHears]);

    await one.answer();
    const news = list.page.locator('#main').getByText('1 răspuns nou');
    await news.waitFor();
    expect(await list.page.getByRole('table').innerText()).toBe(before);
    await list.page
      .locator('[aria-live=polite]', { hasText: '1 răspuns nou' })
      .waitFor({ state: 'attached' });
    await list.check('work: an answer has come');
    await list.page.getByRole('button', { name: 'Afișați', exact: true }).click();
    await news.waitFor({ state: 'detached' });
    await list.page.getByRole('link', { name: number }).waitFor({ state: 'detached' });

    // The one who answered did it elsewhere: this page still shows what it showed.
    await page.page
      .getByText(/Тази преписка беше променена в \d{2}:\d{2} ч\./)
      .first()
      .waitFor();
    await page.check('case: it changed');
    await page.page.getByRole('button', { name: 'Показване', exact: true }).click();
    await page.page.getByRole('region', { name: 'Отговор' }).first().waitFor();
    await page.page
      .locator('#main')
      .getByText(/Тази преписка беше променена/)
      .waitFor({ state: 'detached' });
  }));

it('tells who writes an answer that a colleague has saved it', () =>
  story(browser, async (open) => {
    const [elena, maria, ivan] = await Promise.all([PEOPLE.elena, PEOPLE.maria, PEOPLE.ivan].map(signIn));
    const one = await new FirstCase(elena!, ivan!, 713).accepted();
    const writer = await open('bg');
    await writer.bring(maria!);
    const hears = listening(writer);
    await writer.goTo(`exchanges/${one.now.id}/answer`);
    await hears;
    await one.saveHalfAnAnswer();
    await writer.page
      .locator('#main')
      .getByText(/Колега запази тази чернова/)
      .first()
      .waitFor();
    await writer.check('answer: a colleague saved it');
    await writer.page.getByRole('button', { name: 'Показване', exact: true }).click();
    await writer.page
      .locator('#main')
      .getByText(/Колега запази тази чернова/)
      .waitFor({ state: 'detached' });
  }));
