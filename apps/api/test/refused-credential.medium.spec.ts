import { testApp, type TestApp } from './support/app';
import { Browser } from './support/browser';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(async () => {
  await test.close();
});

const refusals = () =>
  test.behind<{ action: string; reason: string; actor_kind: string }>(
    `select action, reason, actor_kind from audit_event where action like 'rest.%' and outcome = 'REFUSED'`,
  );

describe('a request refused before anybody looked at what it wants', () => {
  it('leaves one event where it wanted to change something, and none where it only asked', async () => {
    const browser = new Browser(test.app);
    await browser.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
    browser.csrf = '';
    expect(
      await browser.graphql('mutation { setLocale(locale: en, idempotencyKey: "k") { locale } }'),
    ).toEqual({
      data: null,
      reasons: ['access.csrf'],
    });
    expect(await refusals()).toEqual([
      { action: 'rest.POST /graphql', reason: 'access.csrf', actor_kind: 'anonymous' },
    ]);
    browser.extra = { authorization: 'Bearer nobody-gave-this' };
    await browser.send('GET', '/api/v1/session');
    expect(await refusals()).toHaveLength(1);
  });
});
