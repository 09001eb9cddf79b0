import { Browser, freshKey } from './support/browser';
import { ExchangeFactory } from './support/exchange-factory';
import { Statements } from './support/statements';
import { type TestApp, testApp } from './support/app';

/** A way to ask for a case, with what is asked of one that is hidden and of one that never was. */
interface Way {
  readonly query: string;
  readonly hidden: () => object;
  readonly absent: () => object;
}

/**
 * Whether a record exists must not show in how long its refusal takes. Clocks on a busy machine tell nothing, so the
 * work is compared instead: the same statements in the same order, planned once under the same name, and the same
 * answer to the last byte.
 */
describe('a case that is hidden', () => {
  let test: TestApp;
  let statements: Statements;
  let olt: Browser;
  let hidden: { id: string; number: string };
  beforeAll(async () => {
    test = await testApp();
    statements = new Statements(test.app);
    const constanta = await test.actor('elena.popescu@ct.ajpis.example');
    const dobrich = await test.actor('maria.ivanova@dob.asp.example');
    const id = await new ExchangeFactory(test.app, constanta, dobrich).answered();
    const [row] = await test.behind<{ number: string }>('select number from exchange where id = $1', [id]);
    hidden = { id, number: row?.number ?? '' };
    olt = new Browser(test.app);
    await olt.signIn('cristina.vlad@ot.ajpis.example', 'Dunarea-2026-caseworker');
  });
  afterAll(() => test.close());

  const whole = 'id number state subject { name { familyName } } request { content } timeline { move }';
  const move = (name: string) => `mutation($id: ID!, $key: String!) { ${name}(input: { id: $id, version: 1,
    idempotencyKey: $key }) { id } }`;
  const byId = (query: string): Way => ({
    query,
    hidden: () => ({ id: hidden.id, key: freshKey() }),
    absent: () => ({ id: freshKey(), key: freshKey() }),
  });
  const byNumber = (): Way => ({
    query: `query($number: String!) { exchangeByNumber(number: $number) { ${whole} } }`,
    hidden: () => ({ number: hidden.number }),
    absent: () => ({ number: 'RO-CT-2026-999999' }),
  });
  const ask = async (query: string, variables: object) => {
    let body = '';
    const asked = await statements.during(async () => {
      const answer = await olt.send<object>('POST', '/graphql', { query, variables });
      body = JSON.stringify(answer.body).replace(/"requestId":"[^"]+"/g, '');
      expect(answer.status).toBe(200);
    });
    return { asked, body };
  };

  it.each<[string, () => Way]>([
    ['by its id', () => byId(`query($id: ID!) { exchange(id: $id) { ${whole} } }`)],
    ['by its number', byNumber],
    ['by accepting it', () => byId(move('acceptExchange'))],
    ['by sending it', () => byId(move('sendExchange'))],
    ['by its receipts', () => byId('query($id: ID!) { exchangeReceipts(exchange: $id) { id } }')],
  ])('asked for %s costs the same work as one that never was', async (_, way) => {
    const { query, hidden: theirs, absent } = way();
    // What is read once and kept, such as a plan, is read before anything is compared.
    await ask(query, absent());
    const of = {
      hidden: await ask(query, theirs()),
      absent: await ask(query, absent()),
    };
    expect(of.hidden.body).toContain('exchange.notFound');
    expect(of.hidden.body).toBe(of.absent.body);
    expect(of.hidden.asked.length).toBeGreaterThan(0);
    expect(of.hidden.asked).toEqual(of.absent.asked);
  });
});
