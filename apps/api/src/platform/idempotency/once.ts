import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { canonicalJson } from '@soc-coop/domain';
import { actorId, type Actor } from '../context';
import { DomainError, waitedInVain } from '../errors';
import { IdempotencyRepository } from './idempotency.repository';

/** The caller's key and the input it was used with. */
export interface OnceKey {
  readonly key: string;
  readonly input: unknown;
  /** How the act will end if it does, where that is known before: it is kept with the claim. */
  readonly outcome?: unknown;
  /**
   * Asks what the act will be judged by, in the same trip as the claim and before anybody knows whether the act is new:
   * it may read and lock, and never writes. Whoever does the act waits for it; where the key was used before, nobody does.
   */
  readonly ahead?: () => Promise<unknown>;
}

/** Either the act's result, or the stored result of the same act done before. */
export interface OnceResult<T> {
  readonly value: T;
  readonly repeated: boolean;
}

const KEY_FORM = /^[\x21-\x7e]+$/;

/** JSON round trip: drops `undefined` and class prototypes, so that equal inputs hash equally. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const hashOf = (input: unknown): string => hash('sha256', canonicalJson(plain(input)), 'hex');

/** Begins to look ahead. What the look refuses is the act's to hear; that it broke the transaction is everybody's. */
const settled = async (ahead: OnceKey['ahead']): Promise<void> => {
  await ahead?.().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
};

/** A key that is claimed already is held until the act that claimed it ends. */
const running = (error: unknown): never => {
  if (waitedInVain(error)) throw new DomainError('request.keyRunning', {}, { cause: error });
  throw error;
};

/** Makes an act happen at most once per key, in the transaction of the act. */
@Injectable()
export class Once {
  constructor(private readonly keys: IdempotencyRepository) {}

  /**
   * Runs the act, or gives back what it answered the first time.
   * @throws DomainError request.keyReused when the key was used for another act or another input, request.keyRunning
   * when the act of the same key has not ended yet.
   */
  async run<T>(
    actor: Actor,
    action: string,
    { key, input, ahead, outcome }: OnceKey,
    act: () => Promise<T>,
  ): Promise<OnceResult<T>> {
    if (key.length > LIMITS.idempotencyKey || !KEY_FORM.test(key))
      throw new DomainError('request.invalid', { fields: ['idempotencyKey'] });
    const owner = `${actor.kind}:${actorId(actor) ?? ''}`;
    const inputHash = hashOf(input);
    const claim = this.keys.claim(owner, key, action, inputHash, outcome);
    const looked = settled(ahead);
    // Whoever waits for it hears of its failure; the act hears of it from what it looked at.
    void looked.catch(() => undefined);
    if (await claim.catch(running)) {
      const value = await act();
      if (outcome === undefined) this.keys.store(owner, key, value);
      return { value, repeated: false };
    }
    await looked;
    const stored = await this.keys.find(owner, key);
    if (stored?.action !== action || stored.inputHash !== inputHash)
      throw new DomainError('request.keyReused');
    // The outcome was stored by the same act under the same name: its type is the act's.
    return { value: stored.outcome as T, repeated: true };
  }
}
