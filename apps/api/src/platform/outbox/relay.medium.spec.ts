import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { systemActor } from '../context';
import { Clock } from '../clock/clock';
import { ClockWatch } from '../clock/clock-watch';
import { PreparedRead, Presence } from '../database';
import { Logger } from '../log';
import { Metrics } from '../rest/metrics';
import { Signals } from '../signals/signals';
import { OutboxNudge } from './nudge';
import { Outbox } from './outbox.repository';
import { OutboxRelay } from './relay';

const actor = systemActor('outbox-test');
const logger = new Logger('silent');
let platform: TestPlatform;
let outbox: Outbox;

/** A relay with signals of its own, as in another process. */
const makeRelay = () => {
  const signals = new Signals(platform.settings, platform.database, logger);
  const relay = new OutboxRelay(
    outbox,
    platform.unitOfWork,
    signals,
    new Metrics(new ClockWatch(new Clock(), logger)),
    logger,
  );
  const stop = async () => {
    await relay.onApplicationShutdown();
    await signals.onApplicationShutdown();
  };
  return { relay, stop };
};

const put = (key: string) =>
  platform.unitOfWork.run(actor, async () => {
    outbox.put('topic', key, { number: 1 });
  });

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 8_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const waiting = async (): Promise<number> =>
  (await platform.behind('select 1 from outbox where delivered_at is null')).length;

beforeAll(async () => {
  platform = await testPlatform();
  const nudge = new OutboxNudge(new PreparedRead(platform.dataSource, new Presence()), logger);
  outbox = new Outbox(platform.database, platform.unitOfWork, nudge);
});
afterAll(async () => {
  await platform.close();
});

describe('the outbox', () => {
  it('delivers what was committed, soon, once, and nothing that was rolled back', async () => {
    const seen: string[] = [];
    const { relay, stop } = makeRelay();
    relay.handle('topic', async ({ key }) => void seen.push(key));
    await relay.start();
    await put('kept');
    await platform.unitOfWork
      .run(actor, async () => {
        outbox.put('topic', 'rolled back', {});
        throw new Error('no');
      })
      .catch(() => undefined);
    const started = Date.now();
    await until(() => seen.length > 0);
    expect(Date.now() - started).toBeLessThan(4_000);
    await until(async () => (await waiting()) === 0);
    expect(seen).toEqual(['kept']);
    await stop();
  });

  it('rings once for what is committed at the same time, and for nothing that was rolled back', async () => {
    let rung = 0;
    const signals = new Signals(platform.settings, platform.database, logger);
    await signals.listen('soc_outbox', () => void (rung += 1));
    await platform.unitOfWork
      .run(actor, async () => {
        outbox.put('topic', 'rolled back', {});
        throw new Error('no');
      })
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(rung).toBe(0);
    await Promise.all([put('one'), put('two'), put('three')]);
    await until(() => rung > 0);
    // Those that commit later than the first bell ring it again.
    expect(rung).toBeLessThanOrEqual(3);
    await signals.onApplicationShutdown();
    await platform.behind('delete from outbox');
  });

  it('keeps what it wrote where nobody could be told', async () => {
    const deaf = new OutboxNudge(new PreparedRead(platform.dataSource, new Presence()), logger);
    const ring = jest.spyOn(deaf, 'ring').mockImplementation(() => undefined);
    const quiet = new Outbox(platform.database, platform.unitOfWork, deaf);
    const seen: string[] = [];
    const { relay, stop } = makeRelay();
    relay.handle('topic', async ({ key }) => void seen.push(key));
    await relay.start();
    await platform.unitOfWork.run(actor, async () => {
      quiet.put('topic', 'untold', {});
    });
    expect(ring).toHaveBeenCalledTimes(1);
    await until(() => seen.length > 0);
    expect(seen).toEqual(['untold']);
    await until(async () => (await waiting()) === 0);
    await stop();
  });

  it('delivers again after a handler failed, and then marks it', async () => {
    let tries = 0;
    const { relay, stop } = makeRelay();
    relay.handle('topic', async () => {
      tries += 1;
      if (tries === 1) throw new Error('receiver is away');
    });
    await relay.start();
    await put('again');
    await until(() => tries > 0);
    await put('nudge');
    await until(async () => (await waiting()) === 0);
    expect(tries).toBeGreaterThan(2);
    await stop();
  });

  it('leaves what nobody here handles for a process that does', async () => {
    await platform.unitOfWork.run(actor, async () => {
      outbox.put('other topic', 'waits', {});
    });
    const seen: string[] = [];
    const idle = makeRelay();
    idle.relay.handle('topic', async () => undefined);
    await idle.relay.start();
    await put('handled');
    await until(async () => (await waiting()) === 1);
    await idle.stop();
    const able = makeRelay();
    able.relay.handle('other topic', async ({ key }) => void seen.push(key));
    await able.relay.start();
    await until(() => seen.length === 1);
    await until(async () => (await waiting()) === 0);
    await able.stop();
  });

  it('never gives one entry to two workers', async () => {
    const seen: string[] = [];
    const workers = [makeRelay(), makeRelay()];
    for (const { relay } of workers) {
      relay.handle('topic', async ({ key }) => void seen.push(key));
      await relay.start();
    }
    const keys = Array.from({ length: 60 }, (_, at) => `parallel ${at}`);
    await Promise.all(keys.map(put));
    await until(async () => (await waiting()) === 0);
    expect(seen.toSorted()).toEqual(keys.toSorted());
    await Promise.all(workers.map(({ stop }) => stop()));
  });
});
