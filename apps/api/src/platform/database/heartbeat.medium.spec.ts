import { connect, createServer, type Server, type Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@soc-coop/testing';
import type { DataSource } from 'typeorm';
import { testSettings } from '../../../test/support/platform';
import { systemActor } from '../context';
import type { Clock } from '../clock/clock';
import { ClockWatch } from '../clock/clock-watch';
import { Logger } from '../log';
import { Database } from './database';
import { makeAppDataSource } from './data-source';
import { Heartbeat } from './heartbeat';
import { Presence } from './presence';
import { Readiness } from './readiness';
import { UnitOfWork } from './unit-of-work';

/** Stands between process and database; while it holds, bytes go nowhere and no connection is closed. */
class Passage {
  private holds = false;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly target: string) {
    this.server = createServer((near) => {
      const far = connect(this.target);
      for (const [from, to] of [[near, far] as const, [far, near] as const]) {
        this.sockets.add(from);
        from.on('error', () => undefined);
        from.on('close', () => {
          this.sockets.delete(from);
          to.destroy();
        });
        from.on('data', (bytes) => {
          to.write(bytes);
        });
        if (this.holds) from.pause();
      }
    });
  }

  async listen(path: string): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(path, resolve));
  }

  hold(holds: boolean): void {
    this.holds = holds;
    this.sockets.forEach((socket) => (holds ? socket.pause() : socket.resume()));
  }

  close(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
  }
}

const actor = systemActor('heartbeat-test');
let own: TestDatabase;
let folder: string;
let passage: Passage;
let dataSource: DataSource;
let presence: Presence;
let heartbeat: Heartbeat;
let watch: ClockWatch;
/** Whatever a test says, beside the true time. */
let wrongBy = 0;
const clock: Clock = { now: () => new Date(Date.now() + wrongBy) };
let unitOfWork: UnitOfWork;
const database = new Database();

beforeAll(async () => {
  own = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'soc-passage-'));
  const url = new URL(own.ownerUrl);
  const name = `.s.PGSQL.${url.port}`;
  passage = new Passage(join(url.searchParams.get('host') ?? '', name));
  await passage.listen(join(folder, name));
  url.searchParams.set('host', folder);
  const settings = testSettings(own, { DATABASE_URL: url.toString() });
  dataSource = await makeAppDataSource(settings).initialize();
  presence = new Presence();
  unitOfWork = new UnitOfWork(dataSource, presence);
  watch = new ClockWatch(clock, new Logger('silent'));
  heartbeat = new Heartbeat(settings, presence, watch, new Logger('silent'));
  heartbeat.start();
});
afterAll(async () => {
  await heartbeat.onApplicationShutdown();
  await dataSource.destroy();
  passage.close();
  await own.drop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  passage.hold(false);
});

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(20);
};
const one = (): Promise<unknown> => unitOfWork.run(actor, () => database.query('select 1'));

describe('a database that falls silent', () => {
  it('breaks off what waits for it, long before its timeouts, as a service that is not available', async () => {
    await one();
    const waiting = unitOfWork.run(actor, async () => {
      await database.query('select 1');
      passage.hold(true);
      return database.query('select 2');
    });
    await expect(waiting).rejects.toThrow('does not answer');
    expect(presence.isHere).toBe(false);
  });

  it('lets nobody begin to wait, and says so to monitors', async () => {
    passage.hold(true);
    await until(() => !presence.isHere);
    await expect(one()).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(await new Readiness(dataSource, presence).takesWrites()).toBe(false);
  });

  it('serves again by itself as soon as the database answers', async () => {
    passage.hold(true);
    await until(() => !presence.isHere);
    passage.hold(false);
    await until(() => presence.isHere);
    await expect(one()).resolves.toEqual([{ '?column?': 1 }]);
  });

  it('is asked its time as well, and tells a clock of ours that is wrong', async () => {
    await until(() => watch.isRight && presence.isHere);
    wrongBy = 48 * 3_600_000;
    await until(() => !watch.isRight);
    expect(watch.aheadSeconds).toBeGreaterThan(48 * 3_600 - 60);
    wrongBy = 0;
    await until(() => watch.isRight);
  });

  it('does not take a slow statement for absence', async () => {
    await until(() => presence.isHere);
    await expect(unitOfWork.run(actor, () => database.query('select pg_sleep(2)'))).resolves.toHaveLength(1);
    expect(presence.isHere).toBe(true);
  });
});
