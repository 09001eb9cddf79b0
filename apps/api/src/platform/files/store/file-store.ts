/** The object asked for is not there. */
export class FileAbsent extends Error {
  override readonly name = 'FileAbsent';

  constructor() {
    super('a stored file is not there');
  }
}

/** Slash-separated words of lower-case letters, digits and hyphens: safe as a path and as an object name. */
const KEY_FORM = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Lets a key of ours pass; anything else is a programming error, never a path that leaves the folder. */
export const checkedKey = (key: string): string => {
  if (!KEY_FORM.test(key)) throw new Error('not a key of the file store');
  return key;
};

/**
 * Where sealed bytes are kept. The store sees nothing but ciphertext and keys made of ids; a driver must make an
 * object visible whole or not at all, and forget without complaint what is not there.
 */
export abstract class FileStore {
  /** Keeps an object under a key; once this returns it survives the process. */
  abstract put(key: string, bytes: Buffer): Promise<void>;

  /**
   * The object as a stream.
   * @throws FileAbsent before the first byte.
   */
  abstract get(key: string): Promise<AsyncIterable<Buffer>>;

  /** Forgets one object. */
  abstract remove(key: string): Promise<void>;

  /** Forgets everything below a folder of keys. */
  abstract removeAll(folder: string): Promise<void>;
}
