import { WebSocket } from 'ws';
import { Caller, freshKey } from '../../api/caller';
import { FirstCase, REQUEST, subjectOf } from '../../api/first-case';
import { BY_ID, DISCARD, SAVE, SEND } from '../../api/operations';
import { tus, UPLOADS } from '../../api/tus';
import { askAsOwner } from '../../owner-database';
import { shared } from '../../shared-state';
import type { Cases } from '../catalogue';
import { somewhere } from '../support/places';
import type { World } from '../support/world';
import { expectRefused, expectStatus } from './expectations';

const FAMILY = '👨‍👩‍👧‍👦 𠜎 𝕿𝖊𝖘𝖙 ș ț ъ';
const LONGEST = 4_000;

interface Whole {
  readonly exchange: {
    readonly nationalFileNumber: string | null;
    readonly subject: { readonly name: Record<string, unknown> } | null;
    readonly draft: {
      readonly content: Record<string, unknown>;
      readonly subject: Record<string, unknown>;
    } | null;
    readonly request: { readonly content: Record<string, unknown> } | null;
  };
}

/** A draft of one's own with a content and a person; gives what the save answered. */
const written = async (
  { elena, maria, units }: World,
  seed: number,
  change: { readonly content?: object; readonly subject?: object; readonly nationalFileNumber?: string },
) => {
  const one = await new FirstCase(elena, maria, seed).opened();
  const input = {
    ...one.hold,
    replyingUnit: units.dobrich,
    nationalFileNumber: change.nationalFileNumber ?? '1/2026',
    content: { ...REQUEST, ...change.content },
    subject: { ...subjectOf(one.person), ...change.subject },
  };
  const saved = await elena.graphql<{ saveExchangeDraft: { version: number } }>(SAVE, { input });
  const version = saved.body.data?.saveExchangeDraft.version ?? one.now.version;
  const send = () => elena.graphql(SEND, { input: { id: one.now.id, version, idempotencyKey: freshKey() } });
  return { one, saved, send, read: (by: Caller) => by.ask<Whole>(BY_ID, { id: one.now.id }) };
};

const SAME = `query($person: SamePersonInput!) { openCasesOfPerson(person: $person) { exchange { id } } }`;
const DRAFTS = `query($after: String, $first: Int) {
  exchanges(queue: DRAFTS, first: $first, after: $after) { edges { cursor node { id } } }
}`;
interface Drafts {
  readonly exchanges: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  };
}

const zeroWidth = async (world: World): Promise<void> => {
  const hidden = await written(world, 8_351, {
    subject: { familyName: 'Зарян\u200Bова', givenName: 'Те\u200Bменужка' },
  });
  expectStatus(hidden.saved, 200);
  const { birthDate } = hidden.one.person;
  const plain = { familyName: 'Зарянова', givenName: 'Теменужка', birthDate };
  const found = async () =>
    (await world.elena.ask<{ openCasesOfPerson: object[] }>(SAME, { person: plain })).openCasesOfPerson;
  // Found while it is written, and what leaves is without them.
  expect(await found()).toContainEqual({ exchange: { id: hidden.one.now.id } });
  expectStatus(await hidden.send(), 200);
  const { exchange } = await hidden.read(world.maria);
  expect(exchange.subject?.name).toMatchObject({ familyName: 'Зарянова', givenName: 'Теменужка' });
  expect(await found()).toContainEqual({ exchange: { id: hidden.one.now.id } });
};

const fourBytes = async (world: World): Promise<void> => {
  const content = { background: FAMILY, address: { ...REQUEST.address, street: FAMILY } };
  const one = await written(world, 8_352, { content, nationalFileNumber: FAMILY });
  expectStatus(one.saved, 200);
  const draft = await one.read(world.elena);
  expect(draft.exchange.draft?.content).toMatchObject(content);
  expectStatus(await one.send(), 200);
  for (const reader of [world.elena, world.maria]) {
    const { exchange } = await one.read(reader);
    expect(exchange.request?.content).toMatchObject(content);
  }
  expect((await one.read(world.elena)).exchange.nationalFileNumber).toBe(FAMILY);
};

const longest = async (world: World): Promise<void> => {
  // Each letter is two UTF-16 units and four bytes: the limit counts what people count.
  const fits = await written(world, 8_353, { content: { background: '😀'.repeat(LONGEST) } });
  const { body } = await fits.send();
  expect(body.errors).toBeUndefined();
  const { exchange } = await fits.read(world.maria);
  expect(exchange.request?.content['background']).toBe('😀'.repeat(LONGEST));
  const over = await written(world, 8_354, { content: { background: '😀'.repeat(LONGEST + 1) } });
  const refused = over.saved.body.errors === undefined ? await over.send() : over.saved;
  expectRefused(refused, 200, 'exchange.contentInvalid');
  expect(JSON.stringify(refused.body)).toContain('content.background');
};

const unborn = async (world: World): Promise<void> => {
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const one = await written(world, 8_355, { subject: { birthDate: tomorrow } });
  const refused = one.saved.body.errors === undefined ? await one.send() : one.saved;
  expectRefused(refused, 200, 'exchange.contentInvalid');
  expect(JSON.stringify(refused.body)).toContain('subject.birthDate');
};

const goneRow = async (world: World): Promise<void> => {
  for (const seed of [8_356, 8_357, 8_358]) await written(world, seed, {});
  const list = async (variables: object) =>
    (await world.elena.ask<Drafts>(DRAFTS, variables)).exchanges.edges;
  const [first, ...rest] = await list({ first: 4 });
  expect(rest).toHaveLength(3);
  const { exchange } = await world.elena.ask<{ exchange: { version: number } }>(BY_ID, {
    id: first?.node.id,
  });
  const input = { id: first?.node.id, version: exchange.version, idempotencyKey: freshKey() };
  await world.elena.ask(DISCARD, { input });
  expect((await list({ first: 3, after: first?.cursor })).map(({ node }) => node.id)).toEqual(
    rest.map(({ node }) => node.id),
  );
};

const formulas = async (world: World): Promise<void> => {
  const one = await written(world, 8_359, {
    nationalFileNumber: `+cmd|' /C calc'!A0`,
    subject: { givenName: '=HYPERLINK("https://evil.example","x")', familyName: '@SUM(1)' },
  });
  expectStatus(await one.send(), 200);
  const answer = await world.elena.send<string>('GET', '/api/v1/exports/exchanges?queue=WAITING&format=csv');
  expectStatus(answer, 200);
  expect(answer.body).toContain('HYPERLINK');
  const parted = answer.body.replace('\ufeff', '').matchAll(/(?:^|;|\r\n)("(?:[^"]|"")*"|[^;\r\n]*)/g);
  const cells = [...parted].map(([, cell = '']) => cell);
  expect(cells.length).toBeGreaterThan(10);
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
};

const multipart = async ({ elena, draft }: World): Promise<void> => {
  const part = (name: string) => `Content-Disposition: form-data; name="f"; ${name}\r\n\r\nabc\r\n`;
  const bodyOf = (boundary: string, names: readonly string[]) =>
    `${names.map((name) => `--${boundary}\r\n${part(name)}`).join('')}--${boundary}--\r\n`;
  const long = 'b'.repeat(5_000);
  const forms: readonly [string, string][] = [
    ['boundary=x', bodyOf('x', [`filename="a.pdf"; filename*=UTF-8''b.exe`])],
    ['boundary=x', bodyOf('x', ['filename="a.pdf"', 'filename="b.pdf"'])],
    ['', bodyOf('x', ['filename="a.pdf"'])],
    [`boundary=${long}`, bodyOf(long, ['filename="a.pdf"'])],
    [
      'boundary=x',
      bodyOf(
        'x',
        Array.from({ length: 10_000 }, (_, at) => `filename="${at}"`),
      ),
    ],
  ];
  for (const [boundary, body] of forms)
    expectRefused(
      await elena.send('POST', UPLOADS, {
        body,
        headers: { 'content-type': `multipart/form-data; ${boundary}`, 'tus-resumable': '1.0.0' },
      }),
      415,
      'request.mediaType',
    );
  // The same two names for one file, as this protocol would say them.
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const about = `exchange ${base64(draft.now.id)},part ${base64('REQUEST')}`;
  for (const names of [
    `filename ${base64('a.pdf')},filename ${base64('b.exe')}`,
    `filename* ${base64('a.pdf')}`,
    `filename ${base64('a.pdf')} ${base64('b.exe')}`,
  ]) {
    const headers = { 'upload-length': '3', 'upload-metadata': `${about},${names}` };
    const answer = await tus(elena, { method: 'POST', path: UPLOADS, headers });
    expect([answer?.status, answer?.reason]).toEqual([400, 'request.malformed']);
  }
};

const ranges = async ({ elena, secret }: World): Promise<void> => {
  const get = (headers: Record<string, string>) =>
    elena.send<string>('GET', `/api/v1/files/${secret.file}`, { headers });
  const whole = await get({});
  expectStatus(whole, 200);
  for (const range of [
    `bytes=${Array.from({ length: 1_000 }, () => '0-').join(',')}`,
    'bytes=-999999999999',
    'bytes=0-0',
    'bytes=5-1',
    'lines=1-2',
  ]) {
    const answer = await get({ range });
    expectStatus(answer, 200);
    expect(answer.body).toBe(whole.body);
    expect(answer.headers.has('content-range')).toBe(false);
  }
};

const silent = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${shared().address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.once('error', reject);
    socket.once('close', resolve);
  });

const forwarded = async (): Promise<void> => {
  const [address, requestId] = [somewhere(), `forwarded-${freshKey()}`];
  const caller = new Caller({}, address);
  const left: number[] = [];
  for (const claimed of ['127.0.0.1', '203.0.113.7', '203.0.113.8, 127.0.0.1', '::1']) {
    const headers = { 'x-forwarded-for': claimed, 'x-real-ip': claimed, 'x-request-id': requestId };
    const body = { email: `nimeni.${freshKey()}@nowhere.example`, password: 'not the password at all' };
    const answer = await caller.send('POST', '/api/v1/session', { body, headers });
    expectRefused(answer, 401, 'access.signInFailed');
    left.push(Number(answer.headers.get('x-ratelimit-remaining')));
  }
  // Counted on one place, one after the other, and noted as that place.
  const [most = 0] = left;
  expect(most).toBeGreaterThan(0);
  expect(left).toEqual([most, most - 1, most - 2, most - 3]);
  const rows = await askAsOwner<{ ip: string }>(
    `select distinct personal ->> 'ip' as ip from audit_event where request_id = $1`,
    [requestId],
  );
  expect(rows.map(({ ip }) => ip.replace(/^::ffff:/, ''))).toEqual([address]);
};

export const STORED_CASES: Cases = {
  'UNI-005': zeroWidth,
  'UNI-011': fourBytes,
  'UNI-012': longest,
  'DAT-005': unborn,
  'PAG-005': goneRow,
  'CSV-001': formulas,
  'UPL-015': multipart,
  'UPL-019': ranges,
  'CSRF-006': forwarded,
  'RTM-002': async () => expect(await silent()).toBe(4408),
};
