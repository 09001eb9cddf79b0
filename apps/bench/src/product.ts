import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './settings';

/** A person block at rest. */
export interface SealedPerson {
  readonly wrappedKey: string;
  readonly sealed: string;
}

/** The product's own seal, as far as the generator and the peers need it. */
export interface Vault {
  seal(subjectId: string, block: Readonly<Record<string, unknown>>): SealedPerson;
  open(subjectId: string, sealed: SealedPerson): Record<string, unknown>;
  blindIndex(identifier: { readonly type: string; readonly value: string }): string;
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
const part = <T>(path: string): T => {
  load('reflect-metadata');
  return load(path) as T;
};

/** The vault of persons, with the key of the measurements. */
export const makeVault = (): Vault => {
  const { SecretBox } = part<{ SecretBox: new (keys: readonly (typeof KEY)[]) => object }>(
    './dist/platform/crypto/secret-box.js',
  );
  const { PersonVault } = part<{ PersonVault: new (box: object) => Vault }>(
    './dist/exchanges/subjects/person-vault.js',
  );
  return new PersonVault(new SecretBox([KEY]));
};

/** How names are brought into the form they are found by. */
export const makeNames = (): Names => part<Names>('@soc-coop/domain');

/** How passwords are kept. */
export const makeHasher = (): Hasher => {
  const { PasswordHasher } = part<{ PasswordHasher: new () => Hasher }>(
    './dist/access/passwords/password-hasher.js',
  );
  return new PasswordHasher();
};
