import type pg from 'pg';
import type { AuditFact, ExchangeFact, Facts, MessageFact, MoveFact, OutboxFact } from './facts';

const MOVES = `select id, exchange_id as "exchangeId", sequence, move, side, state_after as "stateAfter",
  idempotency_key as key from exchange_move order by exchange_id, sequence`;
const EXCHANGES = `select id, number, state, version, national_file_number as "fileNumber" from exchange`;
const AUDITS = `select resource_id as "exchangeId", action, count(*)::int as times from audit_event
  where outcome = 'ALLOWED' and resource_type = 'exchange' group by 1, 2`;
const OUTBOX = `select o.id, o.payload->>'moveId' as "moveId", o.delivered_at is not null as delivered,
    (select count(*)::int from notice n where n.id = o.id) as notices
  from outbox o where o.topic = 'exchange.moved'`;
const MESSAGES = `select exchange_id as "exchangeId", kind, version from exchange_message
  order by exchange_id, kind, version`;
const NUMBERS = 'select coalesce(sum(last), 0)::int as given from exchange_number';

/** Reads everything in one snapshot of the primary, behind row-level security. */
export const readFacts = async (client: pg.Client): Promise<Facts> => {
  await client.query('begin isolation level repeatable read read only');
  const rows = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> =>
    (await client.query<Row>(sql)).rows;
  const facts = {
    moves: await rows<MoveFact>(MOVES),
    exchanges: await rows<ExchangeFact>(EXCHANGES),
    audits: await rows<AuditFact>(AUDITS),
    outbox: await rows<OutboxFact>(OUTBOX),
    messages: await rows<MessageFact>(MESSAGES),
    numbersGiven: (await rows<{ given: number }>(NUMBERS))[0]?.given ?? 0,
  };
  await client.query('commit');
  return facts;
};

/** How many signals of moves still wait for a worker. */
export const signalsWaiting = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ waiting: number }>(
    `select count(*)::int as waiting from outbox where topic = 'exchange.moved' and delivered_at is null`,
  );
  return rows[0]?.waiting ?? 0;
};
