import { PgBoss } from 'pg-boss';
import { testPlatform, type TestPlatform } from '../../../test/support/platform';
import { Logger } from '../log';
import { Jobs } from './jobs';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(async () => {
  await platform.close();
});

describe('work by the clock', () => {
  it('is planned once in the offices’ zone and run by the app role', async () => {
    let runs = 0;
    const jobs = new Jobs(platform.settings, new Logger('silent'));
    const job = { name: 'counted', cron: '17 3 * * *', run: async () => void (runs += 1) };
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
});
