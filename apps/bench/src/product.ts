import { createRequire } from 'node:module';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { root } from './settings';

/** A person block at rest. */
export interface SealedPerson {
  readonly wrappedKey: string;
  readonly sealed: string;
}

/** The product's own seal of persons. */
interface Vault {
  seal(subjectId: string, block: Readonly<Record<string, unknown>>): SealedPerson;
  blindIndex(identifier: { readonly type: string; readonly value: string }): string;
}

interface Box {
  seal(purpose: string, context: string, value: string): string;
  open(purpose: string, context: string, sealed: string): Buffer;
}

interface ExchangeBox {
  seal(purpose: string, id: string, text: string): string;
  open(purpose: string, id: string, sealed: string): string;
}

interface Names {
  searchKey(text: string): string;
  nameKey(text: string): string;
  transliterateBulgarian(text: string): string;
}

interface Hasher {
  hash(password: string): Promise<string>;
}

/** The key everything of a measurement is sealed with: invented data, known to all. */
const KEY = { id: '1', key: Buffer.alloc(32, 7) };
/** The name of that key, where rows remember which one hashed them. */
export const KEY_ID = KEY.id;

/** The same key as the API reads it from its environment. */
export const masterKeys = `${KEY.id}:${KEY.key.toString('base64')}`;

const api = join(root, 'apps/api');
const load = createRequire(join(api, 'package.json'));

/** The built API's program. */
export const apiProgram = join(api, 'dist/main.js');

/**
 * Parts of the built product. They are loaded by path at run time: rows must be sealed exactly as the product seals
 * them, and a measurement is no part of the product that could import from it.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what the part is, as with a cast
const part = <T>(path: string): T => {
  load('reflect-metadata');
  return load(path) as T;
};

const makeBox = (): Box => {
  const { SecretBox } = part<{ SecretBox: new (keys: readonly (typeof KEY)[]) => Box }>(
    './dist/platform/crypto/secret-box.js',
  );
  return new SecretBox([KEY]);
};

/** The vault of persons, with the key of the measurements. */
export const makeVault = (): Vault => {
  const { PersonVault } = part<{ PersonVault: new (box: Box) => Vault }>(
    './dist/exchanges/subjects/person-vault.js',
  );
  return new PersonVault(makeBox());
};

/** What is said in one exchange, under its key. */
export interface Talk {
  readonly wrappedKey: string;
  sealContent(messageId: string, content: unknown): string;
  sealNote(moveId: string, note: string): string;
  openContent(messageId: string, sealed: string): unknown;
  openNote(moveId: string, sealed: string): string;
}

/** Seals and opens contents and remarks as the product does. */
export interface Talks {
  /** An exchange that gets a key now. */
  begin(exchangeId: string): Talk;
  /** An exchange whose wrapped key was read. */
  resume(exchangeId: string, wrappedKey: string): Talk;
}

/** The product's seal of contents, with the key of the measurements. */
export const makeTalks = (): Talks => {
  const box = makeBox();
  const { ExchangeBox, EXCHANGE_KEY_PURPOSE: wrap } = part<{
    ExchangeBox: new (exchangeId: string, key: Buffer) => ExchangeBox;
    EXCHANGE_KEY_PURPOSE: string;
  }>('./dist/exchanges/records/exchange-keys.js');
  const { CONTENT_PURPOSE: content } = part<{ CONTENT_PURPOSE: string }>(
    './dist/exchanges/records/message.repository.js',
  );
  const { NOTE_PURPOSE: note } = part<{ NOTE_PURPOSE: string }>(
    './dist/exchanges/records/move.repository.js',
  );
  const talk = (exchangeId: string, wrappedKey: string, key: Buffer): Talk => {
    const own = new ExchangeBox(exchangeId, key);
    return {
      wrappedKey,
      sealContent: (id, value) => own.seal(content, id, JSON.stringify(value)),
      sealNote: (id, text) => own.seal(note, id, text),
      openContent: (id, sealed) => JSON.parse(own.open(content, id, sealed)) as unknown,
      openNote: (id, sealed) => own.open(note, id, sealed),
    };
  };
  return {
    begin: (exchangeId) => {
      const key = randomBytes(32);
      return talk(exchangeId, box.seal(wrap, exchangeId, key.toString('base64')), key);
    },
    resume: (exchangeId, wrappedKey) => {
      const key = box.open(wrap, exchangeId, wrappedKey).toString('utf8');
      return talk(exchangeId, wrappedKey, Buffer.from(key, 'base64'));
    },
  };
};

/** How names are brought into the form they are found by. */
export const makeNames = (): Names => part<Names>('@soc-coop/domain');

/** The words by which a type is found. */
export const typeWords = (typeCode: string): string =>
  part<{ typeWords(type: { typeCode: string; formVersion: number }): string }>(
    './dist/exchanges/search/search-index.js',
  ).typeWords({ typeCode, formVersion: 1 });

/** What the words of a search are looked for as, one pattern of each kind a word. */
export interface Patterns {
  readonly exact: readonly string[];
  readonly tolerant: readonly string[];
}

/** How typed words become patterns: the product's own spelling, so that all find the same. */
export const makePatterns = (): ((query: string) => Patterns) => {
  const { searchTerms, containing } = part<{
    readonly searchTerms: (query: string) => readonly { readonly exact: string; readonly tolerant: string }[];
    readonly containing: (text: string) => string;
  }>('./dist/exchanges/search/search-terms.js');
  return (query) => {
    const terms = searchTerms(query);
    return {
      exact: terms.map(({ exact }) => containing(exact)),
      tolerant: terms.map(({ tolerant }) => containing(tolerant)),
    };
  };
};

/** How passwords are kept. */
export const makeHasher = (): Hasher => {
  const { PasswordHasher } = part<{ PasswordHasher: new () => Hasher }>(
    './dist/access/passwords/password-hasher.js',
  );
  return new PasswordHasher();
};
