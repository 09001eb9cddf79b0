import { join } from 'node:path';
import { Api } from '../servers/api';
import { copyTemplate, productEnvironment } from '../servers/databases';
import { freePort } from '../servers/free-port';
import type { Postgres } from '../servers/postgres';
import type { Settings } from '../settings';

/** What every scenario gets. */
export interface Stage {
  readonly settings: Settings;
  readonly postgres: Postgres;
}

/** How a scenario wants its product. */
export interface HouseOrder {
  /** Names the database and the logs. */
  readonly name: string;
  readonly webs: number;
  /**
   * Whether a worker stands beside the processes that answer requests. Without one they work at the jobs too, which
   * is a process less to start; `beside` has both do so.
   */
  readonly worker?: 'none' | 'own' | 'beside';
  readonly env?: NodeJS.ProcessEnv;
  readonly preload?: string;
  /** Where the socket's folder is, when something stands between product and database. */
  readonly socketDir?: string;
}

/** The product of one scenario, on a database of its own. */
export interface House {
  readonly database: string;
  readonly webs: readonly [Api, ...Api[]];
  /** Null where those that answer requests do its work. */
  readonly worker: Api | null;
  /** The port of a process that answers requests, each in turn. */
  readonly portOf: () => number;
  close(): Promise<void>;
}

/** Copies the data, starts the processes and waits until all are ready. */
export const openHouse = async ({ settings, postgres }: Stage, order: HouseOrder): Promise<House> => {
  const database = `chaos_${order.name.replaceAll('-', '_')}`;
  await copyTemplate(postgres, database);
  const env = {
    ...productEnvironment(postgres.url(database, 'soc_owner', order.socketDir)),
    FILE_STORE: join(settings.home, `${order.name}-files`),
    ...order.env,
  };
  const make = async (role: 'web' | 'worker' | 'all', at: number): Promise<Api> =>
    new Api({
      port: await freePort(),
      role,
      env,
      logFile: join(settings.home, `${order.name}-${role}-${at}.log`),
      ...(order.preload === undefined ? {} : { preload: order.preload }),
    });
  const { worker: wanted = 'none' } = order;
  const role = wanted === 'own' ? 'web' : 'all';
  const first = await make(role, 0);
  const others = await Promise.all(Array.from({ length: order.webs - 1 }, (_, at) => make(role, at + 1)));
  const webs = [first, ...others] as const;
  const worker = wanted === 'none' ? null : await make('worker', 0);
  const all = worker === null ? webs : [...webs, worker];
  await Promise.all(all.map((api) => api.start()));
  let turn = 0;
  return {
    database,
    webs,
    worker,
    portOf: () => {
      turn += 1;
      return (webs[turn % webs.length] ?? first).port;
    },
    close: async () => {
      await Promise.all(all.map((api) => api.stop()));
    },
  };
};
