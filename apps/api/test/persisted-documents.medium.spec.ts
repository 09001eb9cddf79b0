import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentHash } from '../src/platform/graphql/documents/known-documents';
import { testApp, type TestApp } from './support/app';
import { Browser } from './support/browser';
import { signedInAs, systemToken } from './support/sign-in';

const KNOWN = 'query Known { viewer { locale } }';
const FREE = 'query Free { viewer { locale } exchangeQueueCounts { all { value } } }';

let test: TestApp;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'soc-documents-')), 'operations.json');
  writeFileSync(file, JSON.stringify({ [documentHash(KNOWN)]: KNOWN }));
  test = await testApp(undefined, { OPERATIONS_FILE: file, GRAPHQL_FREE_TEXT: 'false' });
}, 120_000);
afterAll(async () => {
  await test.close();
});

const browserOf = async (email: string): Promise<Browser> => {
  const browser = new Browser(test.app);
  browser.cookie = `soc=${await signedInAs(test, email)}`;
  await browser.session();
  return browser;
};

const byHash = (sha256Hash: string, more: object = {}) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
  ...more,
});

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly reason: string } }[];
}

const sent = async (browser: Browser, body: object): Promise<unknown> => {
  const answer = await browser.send<Body>('POST', '/graphql', body);
  return answer.body.errors?.[0]?.extensions.reason ?? answer.body.data;
};

describe('a document named by its hash', () => {
  it('is executed where the build knows it', async () => {
    const elena = await browserOf('elena.popescu@ct.ajpis.example');
    expect(await sent(elena, byHash(documentHash(KNOWN)))).toEqual({ viewer: { locale: 'ro' } });
  });

  it('is refused by code where it does not, and again after somebody sent the text with it', async () => {
    const elena = await browserOf('elena.popescu@ct.ajpis.example');
    const hash = documentHash(FREE);
    expect(await sent(elena, byHash(hash))).toBe('request.operationUnknown');
    expect(await sent(elena, byHash(hash, { query: FREE }))).toBe('request.operationNotKnown');
    expect(await sent(elena, byHash(hash))).toBe('request.operationUnknown');
  });

  it('is refused where text and hash differ', async () => {
    const elena = await browserOf('elena.popescu@ct.ajpis.example');
    expect(await sent(elena, byHash(documentHash(KNOWN), { query: FREE }))).toBe('request.malformed');
  });
});

describe('a document of one’s own', () => {
  it('is refused to staff, and to nobody who is meant to write one', async () => {
    const elena = await browserOf('elena.popescu@ct.ajpis.example');
    expect(await sent(elena, { query: FREE })).toBe('request.operationNotKnown');
    expect(await sent(elena, { query: KNOWN })).toEqual({ viewer: { locale: 'ro' } });
    const auditor = await browserOf('carmen.ilie@anpis.example');
    expect(await sent(auditor, { query: FREE })).toHaveProperty('exchangeQueueCounts.all');
    const system = new Browser(test.app);
    system.extra = { authorization: `Bearer ${await systemToken(test, 'RO-AJPIS-CT', ['EX02'])}` };
    const counts = await sent(system, { query: '{ exchangeQueueCounts { all { capped } } }' });
    expect(counts).toEqual({ exchangeQueueCounts: { all: { capped: false } } });
  });
});
