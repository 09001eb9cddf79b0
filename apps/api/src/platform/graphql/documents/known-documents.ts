import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../config';

const HASH = /^[0-9a-f]{64}$/;

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string');

const wrongFile = (problem: string): ConfigError => new ConfigError([{ name: 'OPERATIONS_FILE', problem }]);

/** The SHA-256 of a document, as its clients name it. */
export const documentHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The documents of the web client of this build, by their hash: it sends the hash, never the text. */
export class KnownDocuments {
  private readonly texts: ReadonlyMap<string, string>;

  /** @throws ConfigError where a hash is not the hash of its text. */
  constructor(texts: Readonly<Record<string, string>>) {
    for (const [hash, text] of Object.entries(texts))
      if (!HASH.test(hash) || documentHash(text) !== hash)
        throw wrongFile(`${hash} is not the SHA-256 of its document`);
    this.texts = new Map(Object.entries(texts));
  }

  /**
   * Reads the list the web client's build wrote; without a file nothing is known.
   * @throws ConfigError where the file is no such list.
   */
  static read(path: string | undefined): KnownDocuments {
    if (path === undefined) return new KnownDocuments({});
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isTexts(found)) throw wrongFile(`${path} is no list of documents`);
    return new KnownDocuments(found);
  }

  /** The document with a hash, or null. */
  textOf(hash: string): string | null {
    return this.texts.get(hash) ?? null;
  }

  /** True for a document of the web client. */
  has(hash: string): boolean {
    return this.texts.has(hash);
  }
}
