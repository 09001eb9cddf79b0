import { part } from '../../product';

/**
 * Loaded before the product: an exchange is read without a lock and written back whole with the version the caller
 * saw plus one, as TypeORM's `save()` of a stale entity does (docs/adr/0005). So are drafts.
 */
interface Database {
  execute(sql: string, params: readonly unknown[]): Promise<number>;
}

interface Exchanges {
  readonly database: Database;
  find(id: string): Promise<object | null>;
  getForMove: (this: Exchanges, id: string) => Promise<object | null>;
  change: (this: Exchanges, id: string, version: number, patch: object) => Promise<void>;
}

interface Drafts {
  find(key: object): Promise<{ readonly version: number } | null>;
  replace: (this: Drafts, save: object, version: number, draft: object) => Promise<void>;
}

const { ExchangeRepository } = part<{ ExchangeRepository: { prototype: Exchanges } }>(
  './dist/exchanges/records/exchange.repository.js',
);
const { DraftRepository } = part<{ DraftRepository: { prototype: Drafts } }>(
  './dist/exchanges/records/draft.repository.js',
);
const { change } = ExchangeRepository.prototype;
const { replace } = DraftRepository.prototype;

ExchangeRepository.prototype.getForMove = function getUnlocked(this: Exchanges, id) {
  return this.find(id);
};
ExchangeRepository.prototype.change = async function saveOver(this: Exchanges, id, version, patch) {
  // The guard is given whatever version is there, so that it never refuses; then the old count is written back.
  await this.database.execute('update exchange set version = $2 where id = $1', [id, version]);
  await change.call(this, id, version, patch);
};
DraftRepository.prototype.replace = async function replaceWhatever(this: Drafts, save, version, draft) {
  const known = await this.find(save);
  await replace.call(this, save, known?.version ?? version, draft);
};
