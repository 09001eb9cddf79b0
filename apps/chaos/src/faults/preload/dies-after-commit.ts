import { readFileSync } from 'node:fs';
import { part } from '../../product';

/**
 * Loaded before the product: once the act of the key a file names is committed, and before anybody can be told, the
 * process is gone.
 */
type Claim = (this: unknown, owner: string, key: string, ...rest: readonly unknown[]) => Promise<boolean>;

const { IdempotencyRepository } = part<{ IdempotencyRepository: { prototype: { claim: Claim } } }>(
  './dist/platform/idempotency/idempotency.repository.js',
);
const { ambientTransaction } = part<{ ambientTransaction: () => { readonly afterCommit: (() => void)[] } }>(
  './dist/platform/database/unit-of-work.js',
);
const { claim } = IdempotencyRepository.prototype;
const file = process.env['CHAOS_DEADLY_KEY_FILE'] ?? '';

IdempotencyRepository.prototype.claim = async function claimAndDie(owner, key, ...rest): Promise<boolean> {
  const isNew = await claim.call(this, owner, key, ...rest);
  if (isNew && key.startsWith(readFileSync(file, 'utf8')))
    // Before every other callback: not even a neighbour in the process hears of the commit.
    ambientTransaction().afterCommit.unshift(() => process.kill(process.pid, 'SIGKILL'));
  return isNew;
};
