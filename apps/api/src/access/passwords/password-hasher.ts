import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { BoundedQueue } from './bounded-queue';
import { normalPassword } from './password-policy';

/** Argon2id (the library's default) with 19 MiB and two passes: OWASP's first choice. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** What the PHC form of a hash made with these parameters begins with. */
const PREFIX = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** Hashes at a time, and callers who may wait for one, in one process. */
const AT_A_TIME = 2;
const MAY_WAIT = 32;

/** Hashes passwords, at most two at a time. */
@Injectable()
export class PasswordHasher {
  private readonly queue = new BoundedQueue(AT_A_TIME, MAY_WAIT);
  /** The hash of a password nobody knows: verified where there is no account, so that both take as long. */
  private readonly nobody = hash(randomBytes(32), PARAMETERS);

  /**
   * Runs work that hashes once a place is free; inside, `hash` and `verify` do not wait again.
   * @throws DomainError request.tooMany when too many are waiting.
   */
  async turn<T>(work: () => Promise<T>): Promise<T> {
    return this.queue.run(work);
  }

  /** The hash of a password, with its parameters and salt in one text (PHC form). Only within a `turn`. */
  async hash(password: string): Promise<string> {
    return hash(normalPassword(password), PARAMETERS);
  }

  /** True when the password is the right one. Without a hash it takes as long and is false. Only within a `turn`. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    const fits = await verify(stored ?? (await this.nobody), normalPassword(password));
    return fits && stored !== null;
  }

  /** True when a stored hash was made with other parameters than today's. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(PREFIX);
  }
}
