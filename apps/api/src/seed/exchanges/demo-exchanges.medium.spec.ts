import { type ExchangeMove, EXCHANGE_STATES, type ExchangeState, stateAfter } from '@soc-coop/contracts';
import { testDatabase, type TestDatabase } from '@soc-coop/testing';
import { DataSource } from 'typeorm';
import { testSettings } from '../../../test/support/platform';
import type { Config } from '../../platform/config';
import { seedDemoFourEyes } from '../four-eyes.seed';
import { runSeed } from '../run-seed';
import { seedDemoExchanges } from './index';

/** States that only time brings: half a year and three years after the end. */
const LATER: readonly ExchangeState[] = ['BLOCKED'];
/** What can be seen of a case in an office that asks for no second officer. */
const HOME_STATES = EXCHANGE_STATES.filter(
  (state) => !['BLOCKED', 'DELETED', 'PENDING_APPROVAL'].includes(state),
);
const KILLED_AFTER = 30;

describe('the demonstration cases', () => {
  let own: TestDatabase;
  let owner: DataSource;
  let settings: Config;
  let killedWith: unknown;
  let movesWhenKilled = 0;
  const said: string[] = [];
  const ask = async <Row>(sql: string, params: unknown[] = []): Promise<Row[]> => owner.query(sql, params);
  const count = async (table: string): Promise<number> => {
    const [row] = await ask<{ count: number }>(`select count(*)::int as count from ${table}`);
    return row!.count;
  };

  beforeAll(async () => {
    own = await testDatabase();
    settings = testSettings(own);
    owner = await new DataSource({ type: 'postgres', url: own.ownerUrl }).initialize();
    const say = jest.spyOn(process.stdout, 'write');
    say.mockImplementation((text) => said.push(String(text).trim()) > 0);
    await runSeed([seedDemoFourEyes], settings);
    // The process dies while several offices are at work: connections are gone in the middle of what they do.
    say.mockImplementation((text) => {
      if (String(text).includes(`: ${KILLED_AFTER} of`)) throw new Error('killed');
      return true;
    });
    killedWith = await seedDemoExchanges(settings).catch((error: unknown) => error);
    movesWhenKilled = await count('exchange_move');
    say.mockImplementation((text) => said.push(String(text).trim()) > 0);
    await seedDemoExchanges(settings);
  }, 240_000);
  afterAll(async () => {
    jest.restoreAllMocks();
    await owner.destroy();
    await own.drop();
  });

  it('go on where a killed seed stopped, and say how far they are', async () => {
    expect(killedWith).toMatchObject({ message: 'killed' });
    expect(movesWhenKilled).toBeGreaterThan(KILLED_AFTER);
    expect(movesWhenKilled).toBeLessThan(await count('exchange_move'));
    expect(said.at(-1)).toBe('demonstration cases: 150 of 150');
    expect(await count('exchange')).toBe(150);
  });

  it('are never told twice, whatever became of them meanwhile', async () => {
    const tables = ['exchange', 'exchange_move', 'audit_event', 'outbox', 'notice'];
    const before = await Promise.all(tables.map(count));
    await seedDemoExchanges(settings);
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('show every state, and all of them between Constanța and Dobrich that their offices can see', async () => {
    const states = await ask<{ state: ExchangeState }>('select distinct state from exchange');
    expect(new Set([...states.map(({ state }) => state), ...LATER])).toEqual(new Set(EXCHANGE_STATES));
    for (const unit of ['RO-AJPIS-CT', 'BG-RDSA-DOB']) {
      const seen = await ask<{ state: ExchangeState; count: number }>(
        `select e.state, count(*)::int as count from exchange e
           join unit u on u.id in (e.requesting_unit_id, e.replying_unit_id)
         where u.code = $1 and (e.sent_at is not null or u.id = e.requesting_unit_id) group by e.state`,
        [unit],
      );
      expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(HOME_STATES));
      const total = seen.reduce((sum, row) => sum + row.count, 0);
      expect(total).toBeGreaterThan(40);
      expect(total).toBeLessThan(70);
    }
  });

  it('are where their moves have led them', async () => {
    const cases = await ask<{ state: ExchangeState; version: number; moves: ExchangeMove[] }>(
      `select e.state, e.version, array_agg(m.move order by m.sequence) as moves
       from exchange e join exchange_move m on m.exchange_id = e.id group by e.id`,
    );
    expect(cases).toHaveLength(150);
    for (const { state, version, moves } of cases) {
      expect(moves.reduce<ExchangeState>((now, move) => stateAfter(now, move), 'DRAFT')).toBe(state);
      // The approval of a correction and the correction are one act.
      expect(version).toBe(moves.filter((move) => move !== 'APPROVE_CORRECTION').length);
    }
  });

  it('are numbered without gaps, in the order they were sent', async () => {
    const rows = await ask<{ number: string }>(
      'select number from exchange where number is not null order by requesting_unit_id, sent_at',
    );
    const byUnitAndYear = Map.groupBy(rows, ({ number }) => number.slice(0, -6));
    for (const numbers of byUnitAndYear.values())
      expect(numbers.map(({ number }) => Number(number.slice(-6)))).toEqual(numbers.map((_, at) => at + 1));
  });

  it('leave one audit event, one signal and, where accepted, one receipt each', async () => {
    const moves = await count('exchange_move');
    const acts = moves - (await count(`exchange_move where move = 'APPROVE_CORRECTION'`));
    expect(acts).toBeLessThan(moves);
    expect(await count(`audit_event where action like 'exchange.%' and outcome = 'ALLOWED'`)).toBe(acts);
    expect(await count(`outbox where topic = 'exchange.moved'`)).toBe(moves);
    expect(await count(`outbox where delivered_at is null`)).toBe(0);
    const [accepted] = await ask<{ count: number }>(
      `select count(*)::int as count from exchange_move where move = 'ACCEPT'`,
    );
    expect(await count('exchange_receipt')).toBe(accepted!.count);
  });

  it('were told to the other sides, who have seen most of it', async () => {
    const [seen] = await ask<{ seen: number; fresh: number }>(
      `select count(*) filter (where seen_at is not null)::int as seen,
         count(*) filter (where seen_at is null)::int as fresh from notice`,
    );
    expect(seen!.fresh).toBeGreaterThan(20);
    expect(seen!.seen).toBeGreaterThan(seen!.fresh * 3);
  });

  it('keep some offices waiting too long, and others nearly', async () => {
    const [due] = await ask<{ over: number; soon: number; later: number }>(
      `select count(*) filter (where due_on < current_date)::int as over,
         count(*) filter (where due_on between current_date and current_date + 5)::int as soon,
         count(*) filter (where due_on > current_date + 5)::int as later
       from exchange where state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED') and due_kind is not null`,
    );
    expect(Math.min(due!.over, due!.soon, due!.later)).toBeGreaterThan(4);
    expect(due!.over).toBeLessThan(due!.soon + due!.later);
  });

  it('are written in both languages, answered on both sides, by handlers of both', async () => {
    const rows = await ask<{ language: string; kind: string; count: number }>(
      `select e.language, m.kind, count(*)::int as count from exchange e
         join exchange_message m on m.exchange_id = e.id group by 1, 2`,
    );
    for (const language of ['ro', 'bg'])
      for (const kind of ['REQUEST', 'ANSWER'])
        expect(rows.find((row) => row.language === language && row.kind === kind)?.count).toBeGreaterThan(30);
    expect(
      await count(`exchange_move where move in ('ASSIGN', 'TAKE_OVER', 'APPROVE', 'APPROVE_ANSWER')`),
    ).toBeGreaterThan(10);
  });
});
