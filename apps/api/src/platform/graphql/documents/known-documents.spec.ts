import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import type { Config } from '../../config';
import { ANONYMOUS, type StaffActor, systemActor } from '../../context';
import { brokenLimit, GRAPHQL_LIMITS, measureOperation } from '../limits';
import { assertDocumentAllowed } from './document-policy.plugin';
import { documentHash, KnownDocuments } from './known-documents';
import { persistedQueries } from './persisted-queries';

const root = join(__dirname, '../../../../../..');
const file = join(root, 'apps/web/data/operations.json');
const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
const schema = buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));

describe("the web client's documents", () => {
  it('are all in the list the API reads, under the hash the client sends', () => {
    const generated = readFileSync(join(root, 'apps/web/src/gql/graphql.ts'), 'utf8');
    const sent = [...generated.matchAll(/"hash":"([0-9a-f]+)"/g)].map(([, hash]) => hash);
    expect(sent.length).toBeGreaterThan(40);
    expect(sent.toSorted()).toEqual(Object.keys(texts).toSorted());
    const known = KnownDocuments.read(file);
    expect(sent.filter((hash) => !known.has(hash ?? ''))).toEqual([]);
  });

  it.each(
    Object.values(texts).map((text) => [/(?:query|mutation|subscription) (\w+)/.exec(text)?.[1], text]),
  )('%s fits the schema and the limits', (name, text = '') => {
    const document = parse(text, { maxTokens: GRAPHQL_LIMITS.tokens });
    expect(validate(schema, document)).toEqual([]);
    expect(brokenLimit(measureOperation(document, name ?? null, {}))).toBeNull();
  });
});

describe('a list of documents', () => {
  const text = '{ viewer { locale } }';
  const hash = documentHash(text);

  it('is refused where somebody changed a text', () => {
    expect(() => new KnownDocuments({ [hash]: `${text} ` })).toThrow('OPERATIONS_FILE');
    expect(() => KnownDocuments.read(join(root, 'package.json'))).toThrow('OPERATIONS_FILE');
  });

  it('answers for what it knows and learns nothing from what is sent', async () => {
    const { cache } = persistedQueries(new KnownDocuments({ [hash]: text }));
    expect(await cache.get(`apq:${hash}`)).toBe(text);
    await cache.set();
    expect(await cache.get(`apq:${'0'.repeat(64)}`)).toBeUndefined();
  });
});

describe('who may write documents of their own', () => {
  const known = new KnownDocuments({});
  const strict = { GRAPHQL_FREE_TEXT: false } as Config;
  const staff = (role: StaffActor['roles'][number]): StaffActor => ({
    kind: 'staff',
    accountId: 'a',
    sessionId: 's',
    unitId: 'u',
    unitCode: 'RO-AJPIS-CT',
    country: 'RO',
    roles: [role],
    secondFactor: true,
    locale: 'ro',
  });

  it('is the auditor, a partner system, and who sees code lists only', () => {
    for (const actor of [staff('AUDITOR'), systemActor('partner'), ANONYMOUS])
      expect(() => {
        assertDocumentAllowed(actor, 'x', known, strict);
      }).not.toThrow();
  });

  it('is not staff, where the operator says so', () => {
    const attempt = (config: Config) => () => {
      assertDocumentAllowed(staff('CASEWORKER'), 'x', known, config);
    };
    expect(attempt(strict)).toThrow('request.operationNotKnown');
    expect(attempt({ GRAPHQL_FREE_TEXT: true } as Config)).not.toThrow();
  });
});
