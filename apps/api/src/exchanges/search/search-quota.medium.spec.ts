import { FakeClock } from '@soc-coop/testing';
import { testApp, type TestApp } from '../../../test/support/app';
import { Browser } from '../../../test/support/browser';
import type { StaffActor } from '../../platform/context';
import { SamePersonService } from './same-person.service';
import { SearchService } from './search.service';

const clock = new FakeClock('2026-11-23T08:00:00Z');
let test: TestApp;
let elena: StaffActor;
let maria: StaffActor;
beforeAll(async () => {
  test = await testApp(clock, { SEARCHES_PER_HOUR: '20' });
  elena = await test.actor('elena.popescu@ct.ajpis.example');
  maria = await test.actor('maria.ivanova@dob.asp.example');
});
afterAll(() => test.close());
beforeEach(() => {
  clock.advance({ hours: 2 });
});

/** Numbers one after the other, as somebody tries them who wants to know whom the offices know. */
const numberAt = (at: number): string => String(1_900_101_410_000 + at);
const search = (actor: StaffActor, at = 0) =>
  test.app.get(SearchService).search(actor, { identifier: numberAt(at) });
const isOpen = (actor: StaffActor, at = 0) =>
  test.app.get(SamePersonService).openCases(actor, { identifiers: [{ type: 'cnp', value: numberAt(at) }] });
const refused = (seconds: number) => ({ code: 'exchange.tooManySearches', params: { seconds } });
/** Five minutes of searching as fast as is allowed: four in each. */
const fillHour = async (): Promise<void> => {
  for (let at = 0; at < 20; at += 1) {
    await search(elena, at);
    if (at % 4 === 3) clock.advance({ minutes: 1 });
  }
};

describe('searching', () => {
  it('waits for the next minute after a fifth of an hour’s searches, and for nobody else', async () => {
    for (let at = 0; at < 4; at += 1) await search(elena, at);
    clock.advance({ seconds: 20 });
    await expect(search(elena, 4)).rejects.toMatchObject(refused(40));
    await expect(search(maria, 4)).resolves.toBeDefined();
    clock.advance({ seconds: 40 });
    await expect(search(elena, 4)).resolves.toBeDefined();
  });

  it('waits for the rest of the hour after all of them, and goes on then', async () => {
    await fillHour();
    await expect(search(elena)).rejects.toMatchObject(refused(55 * 60));
    clock.advance({ minutes: 55 });
    await expect(search(elena)).resolves.toBeDefined();
  });

  it('counts looks for open cases of a person too, and nothing that asks for nobody', async () => {
    for (let at = 0; at < 8; at += 1)
      expect(await test.app.get(SamePersonService).openCases(elena, { familyName: 'Pop' })).toEqual([]);
    for (let at = 0; at < 4; at += 1) await isOpen(elena, at);
    await expect(isOpen(elena, 4)).rejects.toMatchObject(refused(60));
    await expect(search(elena, 4)).rejects.toMatchObject(refused(60));
  });

  it('does not count what was refused: waiting is enough, however often somebody asks meanwhile', async () => {
    await fillHour();
    for (let tries = 0; tries < 10; tries += 1) await expect(search(elena)).rejects.toThrow();
    clock.advance({ minutes: 55 });
    await expect(search(elena)).resolves.toBeDefined();
  });

  it('does not count what a clock that was days ahead has noted', async () => {
    const right = clock.now();
    clock.advance({ hours: 48 });
    for (let at = 0; at < 4; at += 1) await search(elena, at);
    await expect(search(elena, 4)).rejects.toMatchObject(refused(60));
    clock.set(right);
    for (let at = 0; at < 4; at += 1) await search(elena, at);
    await expect(search(elena, 4)).rejects.toMatchObject(refused(60));
  });

  it('is bounded also where many come at once: no more pass than there are connections', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => search(elena, at)));
    const passed = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(passed).toBeGreaterThanOrEqual(4);
    expect(passed).toBeLessThanOrEqual(4 + 24);
  });

  it('tells the searcher how long to wait, and the audit trail who searched too much', async () => {
    const browser = new Browser(test.app);
    await browser.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
    for (let at = 0; at < 4; at += 1) await search(elena, at);
    const { body } = await browser.send<{ errors: { message: string; extensions: object }[] }>(
      'POST',
      '/graphql',
      { query: '{ searchExchanges(query: "Pop") { nodes { matched } } }' },
    );
    expect(body.errors).toMatchObject([
      {
        extensions: {
          code: 'TOO_MANY_REQUESTS',
          reason: 'exchange.tooManySearches',
          params: { seconds: 60 },
        },
      },
    ]);
    const events = await test.behind<{ outcome: string; reason: string; actor_id: string }>(
      `select outcome, reason, actor_id from audit_event where action = 'exchange.search' and at = $1 and outcome = 'REFUSED'`,
      [clock.now()],
    );
    expect(events).toEqual([
      { outcome: 'REFUSED', reason: 'exchange.tooManySearches', actor_id: elena.accountId },
    ]);
  });

  it('keeps what was searched for an hour and not longer, without any word of it', async () => {
    for (let at = 0; at < 3; at += 1) await search(maria, at);
    clock.advance({ hours: 1 });
    await search(maria);
    const rows = await test.behind<{ text: string }>(
      'select row_to_json(t)::text as text from search_tally t where actor_id = $1',
      [maria.accountId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(numberAt(0));
  });
});
