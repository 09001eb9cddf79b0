import { DraftsService, ExchangesService, ReplyMoves } from '..';
import { freshKey } from '../../../test/support/browser';
import { testApp, type TestApp } from '../../../test/support/app';
import { ANSWER, ExchangeFactory } from '../../../test/support/exchange-factory';
import { signedInAs, systemToken } from '../../../test/support/sign-in';
import { connect, openSocket, type TestSocket } from '../../../test/support/socket';
import { startWorker } from '../../commands/worker';
import { SOCKET_LIMITS } from '../../platform/graphql/socket/socket-limits';

const CONSTANTA = 'elena.popescu@ct.ajpis.example';
const DOBRICH = 'maria.ivanova@dob.asp.example';
const OLT = 'cristina.vlad@ot.ajpis.example';
const AUDITOR = 'carmen.ilie@anpis.example';
const ADMINISTRATOR = 'sorin.balan@anpis.example';

const ALL = 'subscription { exchangeChanged { kind exchangeId number move side state version at byYou } }';
const ONE = 'subscription($id: ID) { exchangeChanged(exchange: $id) { kind move state byYou } }';

let test: TestApp;
let make: ExchangeFactory;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  test = await testApp();
  await startWorker(test.app);
  await test.app.listen(0);
  make = new ExchangeFactory(test.app, await test.actor(CONSTANTA), await test.actor(DOBRICH));
}, 120_000);
afterEach(() => {
  sockets.splice(0).forEach((socket) => {
    socket.close();
  });
});
afterAll(async () => {
  await test.close();
});

/** A connection of somebody signed in, acknowledged. */
const joined = async (email: string): Promise<TestSocket & { readonly cookie?: string }> => {
  const socket = await connect(test.app, { cookie: `soc=${await signedInAs(test, email)}` });
  sockets.push(socket);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
};

/** Gives subscriptions the moment they need: what is sent after a pong was sent after them. */
const settled = async (socket: TestSocket): Promise<void> => {
  socket.send({ type: 'ping' });
  expect(await socket.next()).toEqual({ type: 'pong' });
  await new Promise((resolve) => setTimeout(resolve, 150));
};

/** What happened before has been told before anybody begins to listen. */
const quiet = async (): Promise<void> => {
  const end = Date.now() + 8_000;
  while ((await test.behind('select 1 from outbox where delivered_at is null')).length > 0) {
    if (Date.now() > end) throw new Error('the outbox never emptied');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
};

const listening = async (email: string, query = ALL, more: object = {}): Promise<TestSocket> => {
  await quiet();
  const socket = await joined(email);
  socket.subscribe('1', query, more);
  await settled(socket);
  return socket;
};

/** The next change a socket hears. */
const heard = async (socket: TestSocket): Promise<Record<string, unknown>> => {
  const { type, payload } = await socket.next();
  expect(type).toBe('next');
  return (payload as { data: { exchangeChanged: Record<string, unknown> } }).data.exchangeChanged;
};

/** What a socket has heard of an exchange when a witness beside it has heard a later one. */
const heardNothingBut = (socket: TestSocket, ...types: string[]): void => {
  expect(socket.messages.slice(2).map(({ type }) => type)).toEqual(types);
};

const accept = async (id: string): Promise<void> => {
  const version = await make.version(id);
  await test.app.get(ReplyMoves).accept(make.replier, { id, version, idempotencyKey: freshKey() });
};

const eventsOf = (action: string): Promise<{ outcome: string; reason: string | null }[]> =>
  test.behind('select outcome, reason from audit_event where action = $1 order by at, id', [action]);

describe('who hears of a change', () => {
  it('is each side, with ids and states and nothing of persons', async () => {
    const id = await make.sent();
    const [asking, asked] = [await listening(CONSTANTA), await listening(DOBRICH)];
    await accept(id);
    const change = await heard(asking);
    expect(change).toMatchObject({ kind: 'MOVED', exchangeId: id, move: 'ACCEPT', side: 'REPLIER' });
    expect(change).toMatchObject({ state: 'ACCEPTED', version: await make.version(id), byYou: false });
    expect(await heard(asked)).toMatchObject({ exchangeId: id, byYou: true });
    expect(JSON.stringify(asking.messages)).not.toMatch(/Щерев|Христо|7730159420/);
  });

  it('is nobody of another county, who is refused the case by name and told nothing of it otherwise', async () => {
    const id = await make.sent();
    const witness = await listening(CONSTANTA);
    const other = await listening(OLT);
    other.subscribe('2', ONE, { variables: { id } });
    const refused = await other.next();
    expect(refused).toMatchObject({ id: '2' });
    expect(JSON.stringify(refused)).toContain('exchange.notFound');
    expect(await other.next()).toEqual({ id: '2', type: 'complete' });
    await accept(id);
    await heard(witness);
    await settled(other);
    expect(other.messages.filter(({ id: of }) => of === '1')).toEqual([]);
  });

  it('is nobody of the other side while a request is being written', async () => {
    const [own, other] = [await listening(CONSTANTA), await listening(DOBRICH)];
    const id = await make.draft();
    expect(await heard(own)).toMatchObject({ exchangeId: id, move: 'OPEN' });
    await settled(other);
    heardNothingBut(other, 'pong');
  });

  it('is the side that writes, of its drafts, and neither the other side nor an auditor', async () => {
    const id = await make.accepted();
    const [own, other, auditor] = [
      await listening(DOBRICH),
      await listening(CONSTANTA),
      await listening(AUDITOR),
    ];
    await test.app.get(DraftsService).saveAnswer(make.replier, {
      id,
      version: 0,
      idempotencyKey: freshKey(),
      content: {},
    });
    expect(await heard(own)).toMatchObject({ kind: 'DRAFT_SAVED', exchangeId: id, move: null, byYou: true });
    for (const socket of [other, auditor]) {
      await settled(socket);
      heardNothingBut(socket, 'pong');
    }
  });

  it('is one who follows one case, of that case only', async () => {
    const [id, another] = [await make.sent(), await make.sent()];
    const socket = await listening(CONSTANTA, ONE, { variables: { id } });
    await accept(another);
    await accept(id);
    expect(await heard(socket)).toEqual({ kind: 'MOVED', move: 'ACCEPT', state: 'ACCEPTED', byYou: false });
    heardNothingBut(socket, 'next');
  });

  it('is the auditor, of everything, and no administrator', async () => {
    const auditor = await listening(AUDITOR);
    const administrator = await joined(ADMINISTRATOR);
    administrator.subscribe('1', ALL);
    expect(JSON.stringify(await administrator.next())).toContain('access.forbidden');
    const id = await make.sent();
    expect((await heard(auditor))['exchangeId']).toBe(id);
  });

  it('is a partner system of the unit, for the types it is registered for', async () => {
    const systems = await Promise.all([
      systemToken(test, 'RO-AJPIS-CT', ['EX02']),
      systemToken(test, 'RO-AJPIS-CT', ['EX03']),
    ]);
    const id = await make.sent();
    const opened = systems.map((token) =>
      connect(test.app, { origin: null, init: { authorization: `Bearer ${token}` } }),
    );
    const [own, other] = (await Promise.all(opened)) as [TestSocket, TestSocket];
    sockets.push(own, other);
    for (const socket of [own, other]) {
      expect(await socket.next()).toEqual({ type: 'connection_ack' });
      await quiet();
      socket.subscribe('1', ALL);
      await settled(socket);
    }
    await accept(id);
    expect(await heard(own)).toMatchObject({ exchangeId: id, move: 'ACCEPT', byYou: false });
    await settled(other);
    heardNothingBut(other, 'pong');
  });
});

describe('rights that end', () => {
  it('end the connection at the next event, which is not delivered', async () => {
    const id = await make.sent();
    const token = await signedInAs(test, CONSTANTA);
    const socket = await connect(test.app, { cookie: `soc=${token}` });
    await socket.next();
    await quiet();
    socket.subscribe('1', ALL);
    await settled(socket);
    await test.behind(
      `delete from sign_in_session where account_id = (select id from account where email = $1)`,
      [CONSTANTA],
    );
    await accept(id);
    expect(await socket.end()).toEqual({ code: 4401, reason: 'access.sessionExpired' });
    heardNothingBut(socket);
  });

  it('end with the last role in a unit', async () => {
    const id = await make.sent();
    const socket = await listening('andrei.marin@ct.ajpis.example');
    await test.behind(
      `update membership set since = '2020-01-01', until = '2020-02-01' where account_id =
         (select id from account where email = 'andrei.marin@ct.ajpis.example')`,
    );
    await accept(id);
    expect(await socket.end()).toEqual({ code: 4401, reason: 'access.sessionExpired' });
    heardNothingBut(socket);
  });

  it('end where the case went to another unit: the old one hears nothing more', async () => {
    const id = await make.accepted();
    const [old, witness] = [await listening(DOBRICH), await listening(CONSTANTA)];
    const [another] = await test.behind<{ id: string }>(
      `select id from unit where country = 'BG' and id <> $1 and code like 'BG-RDSA-%' limit 1`,
      [make.replier.unitId],
    );
    const version = await make.version(id);
    await test.behind('update exchange set replying_unit_id = $2 where id = $1', [id, another!.id]);
    await test.behind(
      `insert into outbox (id, topic, key, payload) select gen_random_uuid(), 'exchange.moved', $1::text,
         jsonb_build_object('moveId', id) from exchange_move where exchange_id = $1::uuid order by sequence desc limit 1`,
      [id],
    );
    await test.behind(`select pg_notify('soc_outbox', '')`);
    expect(await heard(witness)).toMatchObject({ exchangeId: id, version });
    await settled(old);
    heardNothingBut(old, 'pong');
  });

  it('do not begin by listening: an open page does not keep its session alive', async () => {
    const id = await make.sent();
    const token = await signedInAs(test, CONSTANTA);
    await test.behind(`update sign_in_session set last_seen_at = now() - interval '20 minutes'`);
    const socket = await connect(test.app, { cookie: `soc=${token}` });
    sockets.push(socket);
    await socket.next();
    socket.subscribe('1', ALL);
    await settled(socket);
    await accept(id);
    await heard(socket);
    const rows = await test.behind<{ idle: boolean }>(
      `select last_seen_at < now() - interval '19 minutes' as idle from sign_in_session`,
    );
    expect(rows.every(({ idle }) => idle)).toBe(true);
  });
});

describe('the door', () => {
  it('closes on who is nobody, with a code', async () => {
    const socket = await connect(test.app);
    expect(await socket.end()).toEqual({ code: 4401, reason: 'access.signInRequired' });
  });

  it('closes on a session that is over and on a token that is nobody’s', async () => {
    const ended = await connect(test.app, { cookie: `soc=${'a'.repeat(43)}` });
    expect(await ended.end()).toEqual({ code: 4401, reason: 'access.sessionExpired' });
    const token = await connect(test.app, { init: { authorization: `Bearer ${'a'.repeat(43)}` } });
    expect(await token.end()).toEqual({ code: 4401, reason: 'access.tokenInvalid' });
  });

  it('does not open for pages of another site, whatever cookie their browser sends along', async () => {
    const cookie = `soc=${await signedInAs(test, CONSTANTA)}`;
    const foreign = openSocket(test.app, { cookie, origin: 'https://elsewhere.example' });
    expect(await foreign.refused).toBe(403);
    const noBrowser = await connect(test.app, { cookie, origin: null });
    expect(await noBrowser.end()).toEqual({ code: 4401, reason: 'access.signInRequired' });
  });

  it('takes subscriptions only, as measured as over HTTP', async () => {
    const socket = await joined(CONSTANTA);
    const refusalOf = async (query: string, more: object = {}): Promise<string> => {
      socket.subscribe(freshKey(), query, more);
      const { type, payload } = await socket.next();
      expect(type).toBe('error');
      return (payload as { extensions: { reason: string } }[])[0]!.extensions.reason;
    };
    expect(await refusalOf('{ viewer { account { id } } }')).toBe('request.malformed');
    expect(await refusalOf('mutation { __typename }')).toBe('request.malformed');
    expect(await refusalOf('subscription { nothing }')).toBe('request.malformed');
    expect(await refusalOf('subscription {')).toBe('request.malformed');
    const aliases = Array.from({ length: 40 }, (_, at) => `a${at}: kind`).join(' ');
    expect(await refusalOf(`subscription { exchangeChanged { ${aliases} } }`)).toBe('request.tooComplex');
    expect(await refusalOf('', { extensions: { persistedQuery: { sha256Hash: 'f'.repeat(64) } } })).toBe(
      'request.operationUnknown',
    );
  });

  it('takes no more subscriptions and messages than a page needs, and no long ones', async () => {
    const socket = await joined(CONSTANTA);
    for (let at = 0; at < SOCKET_LIMITS.subscriptions; at += 1) socket.subscribe(`s${at}`, ALL);
    socket.subscribe('one too many', ALL);
    const refused = await socket.next();
    expect(refused).toMatchObject({ type: 'error', id: 'one too many' });
    expect(JSON.stringify(refused)).toContain('request.tooMany');
    for (let at = 0; at <= SOCKET_LIMITS.messagesPerMinute; at += 1) socket.send({ type: 'pong' });
    expect(await socket.end()).toEqual({ code: 4429, reason: 'request.tooMany' });
    const long = await joined(CONSTANTA);
    long.send('x'.repeat(SOCKET_LIMITS.messageBytes + 1));
    expect((await long.end()).code).toBe(1009);
  });

  it('counts the connections of one session', async () => {
    const cookie = `soc=${await signedInAs(test, CONSTANTA)}`;
    const opened = Array.from({ length: SOCKET_LIMITS.connectionsPerIdentity }, async () => {
      const socket = await connect(test.app, { cookie });
      sockets.push(socket);
      return socket.next();
    });
    await Promise.all(opened);
    const late = await connect(test.app, { cookie });
    expect(await late.end()).toEqual({ code: 4429, reason: 'request.tooMany' });
  });

  it('is the only one for subscriptions', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: ALL },
    });
    expect(response.json<{ errors: unknown[] }>().errors).toMatchObject([
      { extensions: { reason: 'request.needsWebsocket' } },
    ]);
  });
});

describe('what is kept of it', () => {
  it('is one event for following a case, allowed or refused, and none for its changes', async () => {
    const id = await make.sent();
    const before = (await eventsOf('exchange.follow')).length;
    const allowed = await listening(CONSTANTA, ONE, { variables: { id } });
    const refused = await joined(OLT);
    refused.subscribe('1', ONE, { variables: { id } });
    await refused.next();
    await listening(CONSTANTA);
    const [[events]] = [await test.behind<{ count: string }>('select count(*) from audit_event')];
    await accept(id);
    await heard(allowed);
    const kept = await test.behind<{ count: string }>('select count(*) from audit_event');
    // The version read and the acceptance themselves.
    expect(Number(kept[0]!.count) - Number(events!.count)).toBe(2);
    expect((await eventsOf('exchange.follow')).slice(before)).toEqual([
      { outcome: 'ALLOWED', reason: null },
      { outcome: 'REFUSED', reason: 'exchange.notFound' },
    ]);
  });
});

describe('a break in the connection to the database', () => {
  it('is told as "look again", and later changes arrive', async () => {
    const id = await make.accepted();
    const socket = await listening(CONSTANTA);
    await test.behind(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'soc-coop signals' and datname = current_database()`,
    );
    expect(await heard(socket)).toMatchObject({ kind: 'LOOK_AGAIN', exchangeId: null });
    const version = await make.version(id);
    await test.app
      .get(ReplyMoves)
      .answer(make.replier, { id, version, idempotencyKey: freshKey(), ...ANSWER });
    expect(await heard(socket)).toMatchObject({ kind: 'MOVED', move: 'ANSWER', exchangeId: id });
    expect((await test.app.get(ExchangesService).get(make.requester, id)).row.state).toBe('ANSWERED');
  });
});
