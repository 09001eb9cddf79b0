import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../data/connection';
import { personsOf } from '../data/subjects';
import type { BenchDatabase } from '../data/prepare';
import { root, type Settings } from '../settings';
import type { DataSize, Machine } from './result';

const SHOWN = [
  '@nestjs/core',
  '@apollo/server',
  'typeorm',
  'postgraphile',
  'pg',
  'graphql',
  'fastify',
  'autocannon',
];

/** The machine's class. */
export const machine = (): Machine => ({
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  platform: `${platform()} ${process.arch}`,
});

/** What was measured, and with what. */
export const versions = async (superuserUrl: string): Promise<Record<string, string>> => {
  const manifest = JSON.parse(readFileSync(join(root, 'apps/bench/package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const postgres = await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>('select current_setting($1) as version', [
      'server_version',
    ]);
    return rows[0]?.version ?? '';
  });
  const packages = SHOWN.map((name) => [name, manifest.dependencies[name] ?? ''] as const);
  const all: Record<string, string> = Object.fromEntries(packages);
  return { node: process.versions.node, PostgreSQL: postgres, ...all };
};

/** The commit the product was built from; empty outside a checkout. */
export const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

const SIZE = `select (select count(*) from exchange)::int as exchanges,
  (select count(*) from exchange_message)::int as messages, (select count(*) from exchange_move)::int as moves,
  (pg_database_size(current_database()) / 1048576)::int as "databaseMb"`;

/** How large the data are. */
export const dataSize = async (
  settings: Settings,
  { superuserUrl, mark }: BenchDatabase,
): Promise<DataSize> =>
  withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<Omit<DataSize, 'persons' | 'mark' | 'seed'>>(SIZE);
    const counted = rows[0] ?? { exchanges: 0, messages: 0, moves: 0, databaseMb: 0 };
    return { ...counted, persons: personsOf(counted.exchanges), mark, seed: settings.seed };
  });
