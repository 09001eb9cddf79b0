import type { Browser, Page } from 'playwright-core';
import { Caller, freshKey } from './api/caller';
import { CLARIFICATION, WHOLE_WAY, wholeWay } from './api/decided';
import { BACKGROUND, FirstCase, STREET } from './api/first-case';
import { PEOPLE, signIn } from './api/people';
import { accessibilityProblems } from './axe';
import { launchBrowser } from './browser';
import { story } from './pages/story';
import { shared, signInOf } from './shared-state';
import { Visit } from './visit';

/** What a step is called in the trail. */
const actionOf = (step: string): string =>
  `exchange.${step.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/** What the auditor writes into the page. */
const BY_NUMBER_IN_PAGE = `{ exchange: exchangeByNumber(number: "$number") {
  id number state request { content contentSha256 } answers { content version }
  subject { pseudonym name { familyName } birthDate identifiers { masked } }
  timeline { move by date note account { familyName email } unit { code } }
} }`;
const TRAIL_IN_PAGE = `{ auditEvents(filter: { exchange: "$id" }, first: 100) {
  nodes { action outcome actorLabel detail unit { code } }
} }`;

interface SeenByAuditor {
  readonly subject: { readonly pseudonym: string };
  readonly answers: readonly object[];
  readonly timeline: readonly { readonly move: string; readonly date: string | null }[];
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** One sign-in per role is enough for this file: a code of the second factor serves once in thirty seconds. */
const signedIn = new Map<string, Promise<Caller>>();
const callerOf = (role: string): Promise<Caller> => {
  const caller = signedIn.get(role) ?? Caller.signedIn(signInOf(role));
  signedIn.set(role, caller);
  return caller;
};

/** Opens GraphiQL as somebody who has signed in, or as nobody. */
const open = async (
  role: string | null,
  locale: 'ro' | 'bg' | 'en',
  colourScheme: 'light' | 'dark' = 'light',
) => {
  const visit = await Visit.open(browser, { locale, colourScheme });
  if (role !== null) {
    const { cookie } = await callerOf(role);
    const [name = '', value = ''] = (cookie ?? '').split('=');
    await visit.context.addCookies([{ name, value, url: shared().address }]);
  }
  await visit.page.goto('/graphiql/');
  return visit;
};

it('lets an auditor ask, without a request leaving the origin, and forgets it with the tab', async () => {
  const visit = await open('AUDITOR', 'ro');
  const { page } = visit;
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  // The query of the first tab reads the audit trail.
  await page.locator('.graphiql-execute-button').click();
  await page.locator('.graphiql-response').getByText('auditEvents').first().waitFor();
  const kept = await page.evaluate('({ local: localStorage.length, session: sessionStorage.length })');
  expect(kept).toMatchObject({ local: 0 });
  expect(await page.locator('header a').getAttribute('href')).toMatch(/^\/(ro|bg|en)\/$/);
  await visit.close();
});

it.each(['light', 'dark'] as const)('can be used by everybody, in %s', async (colourScheme) => {
  const visit = await open('AUDITOR', 'bg', colourScheme);
  const { page } = visit;
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-execute-button').click();
  await page.locator('.graphiql-response').getByText('auditEvents').first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'AgreementsInForce' }).click();
  await page.locator('[aria-current=true]', { hasText: 'AgreementsInForce' }).waitFor();
  expect(await page.locator('[aria-current=true]').count()).toBe(1);
  expect(await accessibilityProblems(page)).toEqual([]);
  await visit.close();
});

it('offers an auditor the schema without mutations, and runs none', async () => {
  const visit = await open('AUDITOR', 'en', 'dark');
  const { page } = visit;
  await page.getByRole('button', { name: 'Documentation Explorer' }).click();
  const explorer = page.locator('.graphiql-doc-explorer');
  await explorer.getByText('Query', { exact: true }).waitFor();
  expect(await explorer.textContent()).not.toContain('Mutation');
  await visit.close();
  const auditor = await callerOf('AUDITOR');
  const refusal = await auditor.refusalOf(
    `mutation { enrolInTraining(session: "${freshKey()}", idempotencyKey: "${freshKey()}") { id } }`,
  );
  expect(refusal.extensions.reason).toBe('access.readOnly');
});

it('tells a caseworker that this page is for auditors, in the language of the account', async () => {
  const visit = await open('CASEWORKER', 'bg');
  await visit.page
    .getByRole('status')
    .getByText(/одитор|auditor/)
    .waitFor();
  expect(await visit.page.locator('.graphiql-container').count()).toBe(0);
  await visit.close();
});

it.each([
  ['ro', 'Conectare', 'Înapoi la SOC COOP'],
  ['bg', 'Вход', 'Обратно към SOC COOP'],
  ['en', 'Sign in', 'Back to SOC COOP'],
] as const)('sends somebody who has not signed in to the door, in %s', async (locale, signIn, back) => {
  const visit = await open(null, locale);
  const { page } = visit;
  expect(await page.getByRole('link', { name: signIn, exact: true }).getAttribute('href')).toBe(
    `/${locale}/sign-in`,
  );
  expect(await page.getByRole('link', { name: back }).getAttribute('href')).toBe(`/${locale}/`);
  await visit.close();
});

/** Asks in the editor of the page as a person does, and gives the answer whole: the page shows its beginning. */
async function askInPage(page: Page, query: string): Promise<string> {
  await page.locator('.graphiql-query-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  // Pasted, as people bring their queries: the editor closes brackets for those who type.
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(query)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
  const answered = page.waitForResponse(
    (response) =>
      response.url().endsWith('/graphql') && !(response.request().postData() ?? '').includes('Introspection'),
  );
  await page.locator('.graphiql-execute-button').click();
  return (await answered).text();
}

it('an auditor who signs in with both factors finds the whole way of a case, and no person in it', async () => {
  const [elena, maria] = await Promise.all([signIn(PEOPLE.elena), signIn(PEOPLE.maria)]);
  const one = new FirstCase(elena, maria, 881);
  const day = await wholeWay(one, elena, maria);
  await story(browser, async (open) => {
    const auditor = await open('bg', { expected: [/status of 4\d\d/] });
    await auditor.signIn(PEOPLE.krasimir);
    const { page } = auditor;
    await page.goto('/graphiql/');
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();

    const number = one.now.number ?? '';
    const found = await askInPage(page, BY_NUMBER_IN_PAGE.replace('$number', number));
    await page.locator('.graphiql-response').getByText(number).first().waitFor();
    const { exchange } = (JSON.parse(found) as { data: { exchange: SeenByAuditor } }).data;
    expect(exchange).toMatchObject({
      id: one.now.id,
      state: 'CLOSED',
      subject: { name: null, identifiers: [] },
    });
    expect(exchange.subject.pseudonym).not.toBe('');
    expect(exchange.timeline.map(({ move }) => move)).toEqual(WHOLE_WAY);
    expect(exchange.timeline.filter(({ date }) => date === day).map(({ move }) => move)).toEqual([
      'PROPOSE_DATE',
      'AGREE_DATE',
    ]);
    expect(exchange.answers).toHaveLength(2);

    const trail = await askInPage(page, TRAIL_IN_PAGE.replace('$id', one.now.id));
    for (const step of WHOLE_WAY) expect(trail).toContain(`"${actionOf(step)}"`);
    for (const secret of [
      ...[one.person.familyName, one.person.givenName, one.person.latin.familyName, one.person.birthDate],
      ...[one.person.identifier.value, STREET, BACKGROUND, CLARIFICATION.asked, CLARIFICATION.answered],
      ...[PEOPLE.elena, PEOPLE.maria, 'Popescu', 'Иванова'],
    ])
      expect(found + trail).not.toContain(secret);

    const change = `mutation { closeExchange(input: { id: "${one.now.id}", version: 1, reasonCode: "01", idempotencyKey: "${freshKey()}" }) { id } }`;
    expect(await askInPage(page, change)).toContain('access.readOnly');
    const after = await elena.ask<{ exchange: { timeline: object[] } }>(
      'query($id: ID!) { exchange(id: $id) { timeline { sequence } } }',
      { id: one.now.id },
    );
    expect(after.exchange.timeline).toHaveLength(WHOLE_WAY.length);
  });
});
