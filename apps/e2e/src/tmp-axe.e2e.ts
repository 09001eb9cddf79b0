import { Caller } from './api/caller';
import { accessibilityProblems } from './axe';
import { launchBrowser } from './browser';
import { shared, signInOf } from './shared-state';
import { Visit } from './visit';
it('axe', async () => {
  const browser = await launchBrowser();
  for (const role of ['AUDITOR', 'CASEWORKER', null]) for (const colourScheme of ['light','dark'] as const) {
    const visit = await Visit.open(browser, { colourScheme });
    if (role) { const { cookie } = await Caller.signedIn(signInOf(role)); const [name = '', value = ''] = (cookie ?? '').split('='); await visit.context.addCookies([{ name, value, url: shared().address }]); }
    await visit.page.goto('/graphiql/');
    await (role === 'AUDITOR' ? visit.page.locator('.graphiql-query-editor .view-line').first().waitFor() : visit.page.getByRole('status').waitFor());
    await new Promise(r => setTimeout(r, 1500));
    console.log(role, colourScheme, await accessibilityProblems(visit.page));
    await visit.close();
  }
  const c = await Caller.signedIn(signInOf('AUDITOR'));
  console.log(await c.graphql('mutation { endOtherSignInSessions(idempotencyKey: "x") }', {}, {headers: {accept: 'application/graphql-response+json'}}));
  await browser.close();
}, 120000);
