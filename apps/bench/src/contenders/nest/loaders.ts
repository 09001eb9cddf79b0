import DataLoader from 'dataloader';
import { type DataSource, type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import type { Claims } from '../token';
import { AccountEntity, UnitEntity } from './directory.entities';
import { ExchangeKeyEntity, MessageEntity, MoveEntity, SubjectEntity } from './exchange.entities';
import { makeTalks, type Talk } from '../../product';

/** What the resolvers of one request share. */
export interface RequestContext {
  readonly claims: Claims;
  readonly loaders: Loaders;
}

/** The loaders of one request. */
export interface Loaders {
  readonly units: DataLoader<string, UnitEntity | null>;
  readonly accounts: DataLoader<string, AccountEntity | null>;
  readonly subjects: DataLoader<string, SubjectEntity | null>;
  readonly messages: DataLoader<string, MessageEntity[]>;
  readonly moves: DataLoader<string, MoveEntity[]>;
  /** The opened key of each exchange. */
  readonly talks: DataLoader<string, Talk | null>;
}

const seal = makeTalks();

const oneById = <E extends ObjectLiteral & { id: string }>(
  source: DataSource,
  entity: EntityTarget<E>,
): DataLoader<string, E | null> =>
  new DataLoader(async (ids: readonly string[]) => {
    const where = { id: In([...ids]) } as object;
    const rows = await source.getRepository(entity).find({ where });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

const manyByExchange = <E extends ObjectLiteral & { exchangeId: string }>(
  source: DataSource,
  entity: EntityTarget<E>,
  order: object,
): DataLoader<string, E[]> =>
  new DataLoader(async (ids: readonly string[]) => {
    const where = { exchangeId: In([...ids]) } as object;
    const rows = await source.getRepository(entity).find({ where, order });
    const groups = Map.groupBy(rows, ({ exchangeId }) => exchangeId);
    return ids.map((id) => groups.get(id) ?? []);
  });

const subjects = (source: DataSource): Loaders['subjects'] =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await source.getRepository(SubjectEntity).find({ where: { exchangeId: In([...ids]) } });
    const byExchange = new Map(rows.map((row) => [row.exchangeId, row]));
    return ids.map((id) => byExchange.get(id) ?? null);
  });

const talks = (source: DataSource): Loaders['talks'] =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await source.getRepository(ExchangeKeyEntity).find({ where: { exchangeId: In([...ids]) } });
    const byExchange = new Map(
      rows.map((row) => [row.exchangeId, seal.resume(row.exchangeId, row.wrappedKey)]),
    );
    return ids.map((id) => byExchange.get(id) ?? null);
  });

/** Fresh loaders for one request. */
export const makeLoaders = (source: DataSource): Loaders => ({
  units: oneById(source, UnitEntity),
  accounts: oneById(source, AccountEntity),
  subjects: subjects(source),
  messages: manyByExchange(source, MessageEntity, { sentAt: 'ASC', version: 'ASC' }),
  moves: manyByExchange(source, MoveEntity, { sequence: 'ASC' }),
  talks: talks(source),
});
