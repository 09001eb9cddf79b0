import { readFileSync } from 'node:fs';
import { part } from '../../product';

/**
 * Loaded before the product: once the act of the key a file names is committed, and before anybody can be told, the
 * process is gone.
 */
interface Keys {
  store: (this: Keys, owner: string, key: string, outcome: unknown) => void;
}

const { IdempotencyRepository } = part<{ IdempotencyRepository: { prototype: Keys } }>(
  './dist/platform/idempotency/idempotency.repository.js',
);
const { ambientTransaction } = part<{ ambientTransaction: () => { readonly afterCommit: (() => void)[] } }>(
  './dist/platform/database/unit-of-work.js',
);
const { store } = IdempotencyRepository.prototype;
const file = process.env['CHAOS_DEADLY_KEY_FILE'] ?? '';

IdempotencyRepository.prototype.store = function storeAndDie(this: Keys, owner, key, outcome): void {
  store.call(this, owner, key, outcome);
  if (!key.startsWith(readFileSync(file, 'utf8'))) return;
  // Before every other callback: not even a neighbour in the process hears of the commit.
  ambientTransaction().afterCommit.unshift(() => process.kill(process.pid, 'SIGKILL'));
};
