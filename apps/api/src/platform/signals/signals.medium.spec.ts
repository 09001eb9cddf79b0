import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { systemActor } from '../context';
import { Logger } from '../log';
import { Signals } from './signals';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(async () => {
  await platform.close();
});

const actor = systemActor('signals-test');
const another = () => new Signals(platform.settings, platform.database, new Logger('silent'));
const publish = (signals: Signals, payload: string) =>
  platform.unitOfWork.run(actor, () => signals.publish('soc_test', payload));

const until = async (condition: () => boolean): Promise<void> => {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('signals between processes', () => {
  it('arrive in another process on commit, and never on rollback', async () => {
    const [here, there] = [another(), another()];
    const heard: string[] = [];
    await there.listen('soc_test', (payload) => void heard.push(payload));
    await platform.unitOfWork
      .run(actor, async () => {
        await here.publish('soc_test', 'rolled back');
        throw new Error('no');
      })
      .catch(() => undefined);
    await publish(here, 'committed');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['committed']);
    await there.onApplicationShutdown();
  });

  it('stop for whoever no longer listens', async () => {
    const signals = another();
    const [kept, left]: [string[], string[]] = [[], []];
    await signals.listen('soc_test', (payload) => void kept.push(payload));
    const leave = await signals.listen('soc_test', (payload) => void left.push(payload));
    leave();
    await publish(signals, 'after');
    await until(() => kept.length > 0);
    expect(left).toEqual([]);
    await signals.onApplicationShutdown();
  });

  it('tell everybody to look again after the connection broke, and go on', async () => {
    const signals = another();
    const heard: string[] = [];
    await signals.listen('soc_test', (payload) => void heard.push(payload));
    await platform.behind(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'soc-coop signals' and datname = current_database()`,
    );
    await until(() => heard.includes(''));
    await publish(signals, 'again');
    await until(() => heard.includes('again'));
    await signals.onApplicationShutdown();
  });
});
