import type { Browser } from 'playwright-core';
import { Caller, freshKey } from './api/caller';
import { accessibilityProblems } from './axe';
import { launchBrowser } from './browser';
import { screenshot } from './screens';
import { shared, signInOf } from './shared-state';
import { Visit } from './visit';

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
  await screenshot(page, 'graphiql-auditor');
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
  await screenshot(page, 'graphiql-schema');
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
