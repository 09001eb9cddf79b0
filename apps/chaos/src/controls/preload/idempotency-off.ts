import { part } from '../../product';

/** Loaded before the product: every claim of a key succeeds, and no outcome is kept. */
interface Keys {
  claim(): Promise<boolean>;
  store(): void;
}

const { IdempotencyRepository } = part<{ IdempotencyRepository: { prototype: Keys } }>(
  './dist/platform/idempotency/idempotency.repository.js',
);
IdempotencyRepository.prototype.claim = () => Promise.resolve(true);
IdempotencyRepository.prototype.store = () => undefined;
