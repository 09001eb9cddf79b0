import { testApp, type TestApp } from '../../../test/support/app';
import { Browser, freshKey } from '../../../test/support/browser';
import { ExchangeFactory } from '../../../test/support/exchange-factory';
import { SpokenMoves } from './spoken-moves';

interface Moved {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly timeline?: readonly { readonly move: string; readonly note: string | null }[];
}

let test: TestApp;
let make: ExchangeFactory;
let elena: Browser;

beforeAll(async () => {
  test = await testApp();
  make = new ExchangeFactory(
    test.app,
    await test.actor('elena.popescu@ct.ajpis.example'),
    await test.actor('maria.ivanova@dob.asp.example'),
  );
  elena = new Browser(test.app);
  await elena.signIn('elena.popescu@ct.ajpis.example', 'Dunarea-2026-caseworker');
}, 120_000);
afterAll(async () => {
  await test.close();
});

/** Asked behind the product's back: a look at the case would leave an event. */
const versionOf = async (id: string): Promise<number> => {
  const [row] = await test.behind<{ version: number }>('select version from exchange where id = $1', [id]);
  return row?.version ?? 0;
};

const remind = async (input: object, selection: string) => {
  const { data, reasons } = await elena.graphql<{ remindReplier: Moved }>(
    `mutation($input: ExchangeMoveInput!) { remindReplier(input: $input) { ${selection} } }`,
    { input },
  );
  return { moved: data?.remindReplier ?? null, reasons };
};

/** The events about a case since it was accepted. */
const eventsOf = async (id: string) => {
  const rows = await test.behind<{ action: string; outcome: string; body: string }>(
    'select action, outcome, body from audit_event where resource_id = $1 order by at, id',
    [id],
  );
  const accepted = rows.findIndex(({ action }) => action === 'exchange.accept');
  return rows.slice(accepted + 1).map(({ action, outcome, body }) => {
    const { detail } = JSON.parse(body) as { readonly detail: Readonly<Record<string, unknown>> };
    return { action, outcome, shown: detail['shown'] };
  });
};

describe('what a move answers', () => {
  it('is seen in the transaction of the move, whose one event says what was shown', async () => {
    const id = await make.accepted();
    const version = await versionOf(id);
    const bare = { id, version, idempotencyKey: freshKey(), note: 'Așteptăm.' };
    expect(await remind(bare, 'id state version')).toEqual({
      moved: { id, state: 'ACCEPTED', version: version + 1 },
      reasons: [],
    });
    const more = { id, version: version + 1, idempotencyKey: freshKey(), note: 'Încă așteptăm.' };
    const { moved } = await remind(more, 'id state version timeline { move note }');
    expect(moved?.version).toBe(version + 2);
    // What the move has just written stands in what it answers.
    expect(moved?.timeline?.at(-1)).toEqual({ move: 'REMIND', note: 'Încă așteptăm.' });
    expect(await eventsOf(id)).toEqual([
      { action: 'exchange.remind', outcome: 'ALLOWED', shown: [] },
      { action: 'exchange.remind', outcome: 'ALLOWED', shown: ['moves'] },
    ]);
  });

  it('is what a look at the case shows, whatever is asked for', async () => {
    const id = await make.accepted();
    const selection = `id number state stateSince version deadline { kind due } decisionBy closedAt sentAt
      requestingUnit { code } replyingUnit { code } handler { familyName } subject { details }
      request { content } answers { content } draft { version } citation { clause }
      timeline { move note by account { familyName } } moves { move allowed refusals { code } }`;
    const input = { id, version: await versionOf(id), idempotencyKey: freshKey(), note: 'Așteptăm.' };
    const { moved } = await remind(input, selection);
    const { data } = await elena.graphql<{ exchange: Moved }>(
      `query($id: ID!) { exchange(id: $id) { ${selection} } }`,
      { id },
    );
    expect(moved).toEqual(data?.exchange);
  });

  it('is read anew, and audited as a look, where the same key comes again', async () => {
    const id = await make.accepted();
    const version = await versionOf(id);
    const first = { id, version, idempotencyKey: freshKey(), note: 'Așteptăm.' };
    await remind(first, 'id version');
    await remind({ id, version: version + 1, idempotencyKey: freshKey(), note: 'Încă.' }, 'id version');
    // The first request comes once more, and gets the case as it stands.
    expect(await remind(first, 'id version')).toEqual({ moved: { id, version: version + 2 }, reasons: [] });
    expect((await eventsOf(id)).map(({ action }) => action)).toEqual([
      'exchange.remind',
      'exchange.remind',
      'exchange.view',
    ]);
  });

  it('is one event for ten requests under one key, and the case is reminded of once', async () => {
    const id = await make.accepted();
    const version = await versionOf(id);
    const input = { id, version, idempotencyKey: freshKey(), note: 'Așteptăm.' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => remind(input, 'id version')));
    expect(answers.map(({ moved }) => moved)).toEqual(
      Array.from({ length: 10 }, () => ({ id, version: version + 1 })),
    );
    const events = (await eventsOf(id)).map(({ action }) => action);
    expect(events.filter((action) => action === 'exchange.remind')).toHaveLength(1);
  });
});

describe('a move that waited for another one', () => {
  it('hears what the case is now and when that happened, although nothing was locked before it wrote', async () => {
    const id = await make.accepted();
    const seen = { id, version: await versionOf(id), note: 'Așteptăm.' };
    const spoken = test.app.get(SpokenMoves);
    const ends = await Promise.allSettled(
      Array.from({ length: 4 }, () => spoken.remind(make.requester, { ...seen, idempotencyKey: freshKey() })),
    );
    const late = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    expect(late).toHaveLength(3);
    const [last] = await test.behind<{ at: Date }>(
      'select at from exchange_move where exchange_id = $1 order by sequence desc limit 1',
      [id],
    );
    for (const reason of late)
      expect(reason).toMatchObject({
        code: 'exchange.changedMeanwhile',
        params: { state: 'ACCEPTED', at: last?.at.toISOString() },
      });
  });
});
