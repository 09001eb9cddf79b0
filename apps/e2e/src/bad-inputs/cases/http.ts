import { freshKey } from '../../api/caller';
import { OPEN } from '../../api/operations';
import { askAsOwner } from '../../owner-database';
import type { Cases } from '../catalogue';
import { expectClean } from '../support/judge';
import { exchangeBytes, openSocket, requestBytes } from '../support/raw';
import { stranger } from '../support/places';
import type { World } from '../support/world';
import { expectRefused, expectStatus, LOCALE, graphqlBody } from './expectations';

const MUTATION = 'mutation { endOtherSignInSessions(idempotencyKey: "by-get") }';
const JSON_LINE = 'content-type: application/json';

const post = (world: World, body: unknown, headers: Record<string, string> = {}) =>
  world.elena.send('POST', '/graphql', { body, headers });

export const HTTP_CASES: Cases = {
  'HTTP-003': async () => {
    const broken = Buffer.from('7b2271fffe7d', 'hex');
    const inside = Buffer.concat([
      Buffer.from('{"query":"{ unitByCode(code: \\"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\\") { id } }"}'),
    ]);
    for (const body of [broken, inside]) {
      const answer = await exchangeBytes(
        requestBytes('POST', '/graphql', [JSON_LINE, `content-length: ${body.length}`], body),
      );
      expectRefused(answer, 400, 'request.malformed');
    }
  },
  'HTTP-004': async (world) => expectRefused(await post(world, { query: [LOCALE] }, graphqlBody), 400),
  'HTTP-005': async (world) =>
    expectRefused(await post(world, { query: LOCALE, variables: [1] }, graphqlBody), 400),
  'HTTP-006': async (world) =>
    expectRefused(await post(world, { query: LOCALE, operationName: {} }, graphqlBody), 400),
  'HTTP-007': async (world) => {
    const requestId = `duplicate-${freshKey()}`;
    const body = `{"query":"${LOCALE}","query":"{ auditEvents(first: 1) { nodes { id } } }"}`;
    const answer = await post(world, body, { 'x-request-id': requestId });
    expectClean(answer);
    const acts = await askAsOwner<{ action: string; outcome: string }>(
      'select action, outcome from audit_event where request_id = $1',
      [requestId],
    );
    expect(acts).toEqual([{ action: 'audit.view', outcome: 'REFUSED' }]);
  },
  'HTTP-009': async (world) => {
    const answer = await world.elena.send('GET', `/graphql?query=${encodeURIComponent(MUTATION)}`, {
      headers: { 'apollo-require-preflight': 'true', ...graphqlBody },
    });
    expectStatus(answer, 405);
    expect(answer.headers.get('allow')).toBe('POST');
  },
  'HTTP-010': async (world) => {
    const answer = await world.elena.send('GET', `/graphql?query=${encodeURIComponent(LOCALE)}`);
    expectStatus(answer, 400);
    expect(JSON.stringify(answer.body)).not.toContain('"data"');
  },
  'HTTP-012': async (world) =>
    expectRefused(
      await post(world, { query: LOCALE }, { 'content-type': 'text/plain', ...graphqlBody }),
      400,
    ),
  'HTTP-014': async (world) =>
    expectRefused(
      await post(world, { query: LOCALE }, { 'content-type': 'multipart/form-data; boundary=x' }),
      415,
      'request.mediaType',
    ),
  'HTTP-015': async (world) =>
    expectRefused(
      await post(world, { query: LOCALE }, { 'content-type': 'application/json; charset=utf-7' }),
      415,
      'request.mediaType',
    ),
  'HTTP-016': async () => {
    const body = Buffer.from(JSON.stringify({ query: LOCALE }), 'utf16le');
    const lines = ['content-type: application/json; charset=utf-16le', `content-length: ${body.length}`];
    expectRefused(
      await exchangeBytes(requestBytes('POST', '/graphql', lines, body)),
      415,
      'request.mediaType',
    );
  },
  'HTTP-019': async (world) =>
    expectRefused(
      await post(world, { query: LOCALE }, { 'content-encoding': 'foo' }),
      415,
      'request.mediaType',
    ),
  'HTTP-020': async (world) =>
    expectStatus(await post(world, { query: LOCALE }, { accept: 'text/html' }), 406),
  'HTTP-022': async (world) => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE']) {
      const answer = await world.elena.send(method, '/graphql');
      expectRefused(answer, 405, 'request.method');
      expect(answer.headers.get('allow')).toMatch(/GET.*POST/);
    }
  },
  'HTTP-024': async () => {
    const bytes = requestBytes(
      'POST',
      '/graphql',
      [JSON_LINE, 'content-length: 2', 'content-length: 3'],
      '{}',
    );
    expectStatus(await exchangeBytes(bytes), 400);
  },
  'HTTP-026': async () => {
    const bytes = requestBytes('GET', '/api/v1/session', [`x-long: ${'a'.repeat(65_536)}`]);
    expectStatus(await exchangeBytes(bytes), 431);
  },
  'HTTP-030': async (world) => {
    const idempotencyKey = freshKey();
    const body = JSON.stringify({ query: OPEN, variables: { input: { type: 'EX02', idempotencyKey } } });
    const lines = [
      JSON_LINE,
      `content-length: ${Buffer.byteLength(body)}`,
      `cookie: ${world.elena.cookie ?? ''}`,
      `x-csrf-token: ${world.elena.csrf ?? ''}`,
    ];
    const socket = await openSocket();
    await new Promise<void>((resolve) =>
      socket.write(requestBytes('POST', '/graphql', lines, body), () => resolve()),
    );
    socket.destroy();
    await world.elena.ask(OPEN, { input: { type: 'EX02', idempotencyKey } });
    const rows = await askAsOwner('select 1 from idempotency_key where key = $1', [idempotencyKey]);
    expect(rows).toHaveLength(1);
    expectStatus(await stranger().send('GET', '/health/ready'), 200);
  },
};
