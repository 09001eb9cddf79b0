import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** One of the product's master keys: 32 bytes and the name written into everything it encrypts. */
export interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

/**
 * A sealed value cannot be opened: another context, changed bytes, or a key that is gone. Nobody can answer this
 * usefully, so it is no coded refusal: it ends as `service.internal` and in the log.
 */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
}

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What HKDF takes for a salt where none is given: as many zeros as the hash has bytes. */
const NO_SALT = createSecretKey(Buffer.alloc(KEY_BYTES));

/**
 * A key of its own for each purpose, so that no two uses ever share one: HKDF with SHA-256 (RFC 5869), one block long,
 * which is as long as a key. Every case has a key of its own, so this is done for each case that is read or written:
 * two keyed hashes take a third of the time of Node's `hkdfSync`, which sets up a job for them. A key object, since
 * ciphers would make one of the bytes at every value.
 */
const derive = ({ key }: MasterKey, purpose: string): KeyObject => {
  const extracted = createSecretKey(createHmac('sha256', NO_SALT).update(key).digest());
  return createSecretKey(
    createHmac('sha256', extracted).update(`soc-coop ${VERSION} ${purpose}\u0001`).digest(),
  );
};

const encode = (bytes: Buffer): string => bytes.toString('base64url');

/** Everything the tag vouches for beside the text: format, key, purpose and the row the value belongs to. */
const additionalData = (keyId: string, purpose: string, context: string): Buffer =>
  Buffer.from([VERSION, keyId, purpose, context].map((part) => `${part.length}:${part}`).join('|'), 'utf8');

/**
 * Encrypts small secrets at rest (AES-256-GCM) and makes keyed hashes. The first master key encrypts; every
 * listed key still opens, so keys are rotated by putting a new one in front and sealing the rows again.
 * `context` ties a value to its row: a sealed value moved to another row does not open.
 */
export class SecretBox {
  private readonly current: MasterKey;
  private readonly byId: ReadonlyMap<string, MasterKey>;
  /** Purposes are few and known: deriving once instead of at every value saves most of its cost. */
  private readonly derived = new Map<string, KeyObject>();

  constructor(private readonly keys: readonly MasterKey[]) {
    const [current] = keys;
    if (current === undefined) throw new SecretBoxError('no master key');
    if (keys.some(({ key }) => key.length !== KEY_BYTES))
      throw new SecretBoxError('master keys are 32 bytes');
    this.current = current;
    this.byId = new Map(keys.map((key) => [key.id, key]));
    if (this.byId.size !== keys.length) throw new SecretBoxError('two master keys share a name');
  }

  /** Seals a value: `v1.<key>.<iv, text and tag>`. Two seals of one value never look alike. */
  seal(purpose: string, context: string, value: string | Buffer): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(this.current, purpose), iv);
    cipher.setAAD(additionalData(this.current.id, purpose, context));
    const text = Buffer.concat([cipher.update(value), cipher.final()]);
    return [VERSION, this.current.id, encode(Buffer.concat([iv, text, cipher.getAuthTag()]))].join('.');
  }

  /**
   * Opens a sealed value.
   * @throws SecretBoxError when it was sealed for another row or purpose, was changed, or its key is gone.
   */
  open(purpose: string, context: string, sealed: string): Buffer {
    const { key, bytes } = this.take(sealed);
    const decipher = createDecipheriv('aes-256-gcm', this.keyFor(key, purpose), bytes.subarray(0, IV_BYTES));
    decipher.setAAD(additionalData(key.id, purpose, context));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new SecretBoxError('a sealed value does not open', { cause });
    }
  }

  /** True when a value was sealed with a key that is no longer the first: seal it again when it is next used. */
  isOutdated(sealed: string): boolean {
    return this.take(sealed).key !== this.current;
  }

  /** The name of the key that seals now; rows that carry another one are due for `rekey`. */
  get currentKeyId(): string {
    return this.current.id;
  }

  /** The same value sealed by the current key; for rows that outlive the key they were sealed with. */
  reseal(purpose: string, context: string, sealed: string): string {
    return this.seal(purpose, context, this.open(purpose, context, sealed));
  }

  /** A keyed hash (HMAC-SHA-256) by the current key: the same text gives the same hash, and only here. */
  mac(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.keyFor(this.current, purpose)).update(text).digest();
  }

  /** The keyed hashes of a text by every listed key, the current one first: what was hashed before a rotation is found. */
  macs(purpose: string, text: string): Buffer[] {
    return this.keys.map((key) => createHmac('sha256', this.keyFor(key, purpose)).update(text).digest());
  }

  private keyFor(master: MasterKey, purpose: string): KeyObject {
    const name = `${master.id} ${purpose}`;
    const known = this.derived.get(name);
    if (known !== undefined) return known;
    const key = derive(master, purpose);
    this.derived.set(name, key);
    return key;
  }

  private take(sealed: string): { key: MasterKey; bytes: Buffer } {
    const [version, keyId = '', body = '', ...rest] = sealed.split('.');
    const key = this.byId.get(keyId);
    const bytes = Buffer.from(body, 'base64url');
    if (version !== VERSION || rest.length > 0 || bytes.length < IV_BYTES + TAG_BYTES)
      throw new SecretBoxError('not a sealed value');
    if (key === undefined) throw new SecretBoxError(`master key ${keyId} is not among the settings`);
    return { key, bytes };
  }
}

/** True when a keyed hash is one of those made of the right text; compares in constant time. */
export const isOneOf = (macs: readonly Buffer[], mac: Buffer): boolean =>
  macs.some((right) => right.length === mac.length && timingSafeEqual(right, mac));
