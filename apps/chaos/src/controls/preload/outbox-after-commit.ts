import { part } from '../../product';

/** Loaded before the product: a signal is written in a transaction of its own, soon after that of its move. */
interface Ambient {
  readonly actor: unknown;
  readonly runner: { readonly dataSource: unknown };
  readonly afterCommit: (() => void)[];
}

interface UnitOfWork {
  run(actor: unknown, work: () => Promise<void>): Promise<void>;
}

interface Outbox {
  put: (this: Outbox, topic: string, key: string, payload: object) => void;
}

/** As long as another write on a busy machine may take. */
const LATER_MS = 250;

const transactions = part<{
  ambientTransaction: () => Ambient;
  UnitOfWork: new (dataSource: unknown) => UnitOfWork;
}>('./dist/platform/database/unit-of-work.js');
const { Outbox } = part<{ Outbox: { prototype: Outbox } }>('./dist/platform/outbox/outbox.repository.js');
const { put } = Outbox.prototype;

Outbox.prototype.put = function putLater(this: Outbox, topic, key, payload): void {
  const { actor, runner, afterCommit } = transactions.ambientTransaction();
  const own = new transactions.UnitOfWork(runner.dataSource);
  const write = async (): Promise<void> => {
    put.call(this, topic, key, payload);
  };
  afterCommit.push(() => {
    setTimeout(() => void own.run(actor, write).catch(() => undefined), LATER_MS);
  });
};
