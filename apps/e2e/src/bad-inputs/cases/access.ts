import { freshKey } from '../../api/caller';
import { OPEN, SEND } from '../../api/operations';
import { PEOPLE } from '../../api/people';
import { signInByEmail } from '../../shared-state';
import type { Cases } from '../catalogue';
import { exchangeBytes, requestBytes } from '../support/raw';
import { crowdOf, stranger } from '../support/places';
import { expectRefused, expectStatus, LOCALE } from './expectations';

const signIn = (password: unknown, headers: Record<string, string> = {}) =>
  stranger().send('POST', '/api/v1/session', { body: { email: PEOPLE.elena, password }, headers });
const open = () => ({ input: { type: 'EX02', idempotencyKey: freshKey() } });
const form = (body: Record<string, string>) =>
  stranger().send('POST', '/api/v1/token', {
    body: new URLSearchParams(body).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

export const ACCESS_CASES: Cases = {
  'AUTH-003': async () => expectRefused(await signIn('a'.repeat(900_000)), 400),
  'AUTH-004': async () => expectRefused(await signIn('abc\u0000def'), 400),
  'AUTH-012': async () => {
    const caller = await crowdOf(PEOPLE.elena);
    const { cookie, csrf } = caller;
    expect((await caller.send('DELETE', '/api/v1/session')).status).toBe(204);
    caller.cookie = cookie;
    caller.csrf = csrf;
    expectRefused(
      await caller.send('POST', '/graphql', { body: { query: LOCALE } }),
      401,
      'access.sessionExpired',
    );
  },
  'AUTH-013': async () => {
    const planted = `soc=${'A'.repeat(43)}`;
    const caller = stranger();
    caller.cookie = planted;
    const { email, password } = signInByEmail(PEOPLE.elena);
    expectStatus(await caller.send('POST', '/api/v1/session', { body: { email, password } }), 200);
    expect(caller.cookie).not.toBe(planted);
    const old = stranger();
    old.cookie = planted;
    expectStatus(await old.send('POST', '/graphql', { body: { query: LOCALE } }), 401);
  },
  'AUTH-024': async ({ system }) => {
    const body = JSON.stringify({ query: LOCALE });
    const lines = [
      'content-type: application/json',
      `content-length: ${body.length}`,
      'authorization: Bearer a',
      'authorization: Bearer b',
    ];
    expectRefused(
      await exchangeBytes(requestBytes('POST', '/graphql', lines, body)),
      400,
      'request.malformed',
    );
    expectStatus(await system.send('POST', '/graphql', { body: { query: '{ courses { id } }' } }), 200);
  },
  'JWT-016': async () => {
    const answer = await form({ grant_type: 'refresh_token', refresh_token: 'A'.repeat(43) });
    expectRefused(answer, 400, 'access.grantUnsupported');
  },
  'JWT-019': async () => {
    for (const secret of ['wrong', ''])
      expectRefused(
        await form({ grant_type: 'client_credentials', client_id: 'x', client_secret: secret }),
        400,
        'request.malformed',
      );
  },
  'JWT-020': async () =>
    expectRefused(await stranger().send('GET', '/api/v1/token?client_secret=canary'), 405, 'request.method'),
  'JWT-022': async () =>
    expectRefused(
      await form({ grant_type: 'password', username: 'x', password: 'y' }),
      400,
      'access.grantUnsupported',
    ),
  'JWT-024': async ({ system }) =>
    expectRefused(await system.graphql(OPEN, open()), 200, 'access.actingForMissing'),
  'CSRF-001': async ({ elena }) => {
    const answer = await elena.send('POST', '/graphql', {
      body: new URLSearchParams({ query: LOCALE }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://evil.example',
        'x-csrf-token': null,
      },
    });
    expectRefused(answer, 403);
  },
  'CSRF-004': async ({ elena, maria }) => {
    for (const token of [null, maria.csrf])
      expectRefused(
        await elena.graphql(OPEN, open(), { headers: { 'x-csrf-token': token } }),
        403,
        'access.csrf',
      );
  },
  'CSRF-005': async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await stranger().send('OPTIONS', '/graphql', { headers });
    expectRefused(answer, 400);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  },
  'CSRF-007': async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-original-url': '/graphql',
      'x-http-method-override': 'DELETE',
    };
    const answer = await stranger().send('GET', '/api/v1/session', { headers });
    expectStatus(answer, 200);
    expect(JSON.stringify([answer.body, ...answer.headers])).not.toContain('evil.example');
  },
  'AUZ-005': async ({ cristina, secret }) =>
    expectRefused(
      await cristina.graphql('query($id: ID!) { exchange(id: $id) { id } }', { id: secret.draft }),
      200,
      'exchange.notFound',
    ),
  'AUZ-008': async () => {
    const body = { email: PEOPLE.elena, password: 'x', createdBy: 'x', role: 'ADMINISTRATOR' };
    expectStatus(await stranger().send('POST', '/api/v1/session', { body }), 400);
  },
  'AUZ-010': async ({ cristina, secret }) => {
    for (const id of [secret.file, 'x', freshKey()])
      expectRefused(await cristina.send('GET', `/api/v1/files/${id}`), 404, 'file.notFound');
  },
  'IDM-005': async ({ elena }) =>
    expectRefused(await elena.graphql(OPEN, { input: { type: 'EX02' } }), 200, 'request.malformed'),
  'IDM-006': async ({ elena }) => {
    for (const idempotencyKey of ['', 'k'.repeat(256), 'a b', 'ключ'])
      expectRefused(
        await elena.graphql(OPEN, { input: { type: 'EX02', idempotencyKey } }),
        200,
        'request.invalid',
      );
    expectRefused(
      await elena.graphql(OPEN, { input: { type: 'EX02', idempotencyKey: 'a\u0000' } }),
      200,
      'request.malformed',
    );
  },
  'IDM-012': async ({ elena, draft }) => {
    const { id } = draft.now;
    const send = (version: unknown) =>
      elena.graphql(SEND, { input: { id, version, idempotencyKey: freshKey() } });
    for (const version of [undefined, 2 ** 31]) expectRefused(await send(version), 200, 'request.malformed');
    for (const version of [-1, 0]) expectRefused(await send(version), 200, 'request.invalid');
    expectRefused(await send(2 ** 31 - 1), 200, 'exchange.changedMeanwhile');
  },
  'AUD-013': async () => {
    const answer = await stranger().send('GET', '/health/ready');
    expectStatus(answer, 200);
    expect(answer.body).toEqual({ status: 'ready' });
  },
  'RTM-008': async ({ elena }) => {
    expectStatus(await stranger().send('GET', '/api/v1/session?__proto__[x]=1'), 200);
    const body = `{"query":"${LOCALE}","variables":{"__proto__":{"x":1}}}`;
    expectRefused(await elena.send('POST', '/graphql', { body }), 400, 'request.malformed');
    expect(Reflect.get({}, 'x')).toBeUndefined();
  },
  'IDN-020': async ({ elena }) => {
    const { body } = await elena.graphql('query($n: String!) { exchangeByNumber(number: $n) { id } }', {
      n: 'RO-CT-2026-О00001',
    });
    expect(body.errors?.[0]?.extensions.reason).toBe('exchange.notFound');
  },
  'PAG-013': async ({ cristina }) => {
    const { body } = await cristina.graphql<{
      exchanges: { nodes: object[]; totalCount: { value: number } };
    }>('{ exchanges(queue: ALL, first: 100) { nodes { id } totalCount { value } } }');
    expect(body.data?.exchanges.totalCount.value).toBe(body.data?.exchanges.nodes.length);
  },
  'PAG-015': async ({ elena }) =>
    expectRefused(
      await elena.graphql('{ exchanges(queue: ALL, orderBy: vulnerabilityScore) { nodes { id } } }'),
      200,
      'request.malformed',
    ),
};
