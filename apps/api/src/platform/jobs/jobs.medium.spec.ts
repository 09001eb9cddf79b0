import { PgBoss } from 'pg-boss';
import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { Clock } from '../clock/clock';
import { ClockWatch } from '../clock/clock-watch';
import { Logger } from '../log';
import { Jobs } from './jobs';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(async () => {
  await platform.close();
});

const watch = (): ClockWatch => new ClockWatch(new Clock(), new Logger('silent'));

describe('work by the clock', () => {
  it('is planned once in the offices’ zone and run by the app role', async () => {
    let runs = 0;
    const jobs = new Jobs(platform.settings, watch(), new Logger('silent'));
    const job = {
      name: 'counted',
      cron: '17 3 * * *',
      actsByClock: true,
      run: async () => void (runs += 1),
    };
    await jobs.start([job]);
    const planned = await platform.behind<{ cron: string; timezone: string }>(
      `select cron, timezone from pgboss.schedule where name = 'counted'`,
    );
    expect(planned).toEqual([{ cron: '17 3 * * *', timezone: 'Europe/Bucharest' }]);

    // Three in the night is far: somebody asks for it now.
    const boss = new PgBoss({ connectionString: platform.ownerUrl, schema: 'pgboss', migrate: false });
    await boss.start();
    await boss.send('counted', {});
    const end = Date.now() + 15_000;
    while (runs === 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(runs).toBe(1);
    await boss.stop({ graceful: false });
    await jobs.onApplicationShutdown();
  });

  it('waits where it would delete or remind by a clock that is wrong, and what only works goes on', async () => {
    const wrong = watch();
    wrong.compare(0, new Date(48 * 3_600_000), 1);
    const jobs = new Jobs(platform.settings, wrong, new Logger('silent'));
    const ran: string[] = [];
    const job = (name: string, actsByClock: boolean) => ({
      name,
      cron: '17 3 * * *',
      actsByClock,
      run: async () => void ran.push(name),
    });
    await jobs.start([job('reminds', true), job('works', false)]);
    const boss = new PgBoss({ connectionString: platform.ownerUrl, schema: 'pgboss', migrate: false });
    await boss.start();
    await boss.send('reminds', {});
    await boss.send('works', {});
    const stateOf = async (): Promise<readonly string[]> =>
      (
        await platform.behind<{ state: string }>(
          `select state from pgboss.job where name in ('reminds', 'works') order by name`,
        )
      ).map(({ state }) => state);
    const end = Date.now() + 15_000;
    while (!(await stateOf()).every((state) => state !== 'created' && state !== 'active') && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stateOf()).toEqual(['retry', 'completed']);
    expect(ran).toEqual(['works']);
    await boss.stop({ graceful: false });
    await jobs.onApplicationShutdown();
  });
});
