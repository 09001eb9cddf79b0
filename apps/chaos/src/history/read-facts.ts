import type pg from 'pg';
import type { AuditFact, ExchangeFact, Facts, MoveFact, OutboxFact, ReceiptFact, StepFact } from './facts';
import { readSent } from './read-sent';

const MOVES = `select id, exchange_id as "exchangeId", sequence, move, side, state_after as "stateAfter",
  idempotency_key as key from exchange_move order by exchange_id, sequence`;
const EXCHANGES = `select id, number, state, version, national_file_number as "fileNumber" from exchange`;
const AUDITS = `select resource_id as "exchangeId", action, count(*)::int as times from audit_event
  where outcome = 'ALLOWED' and resource_type = 'exchange' group by 1, 2`;
const OUTBOX = `select o.id, o.payload->>'moveId' as "moveId", o.delivered_at is not null as delivered,
    (select count(*)::int from notice n where n.id = o.id) as notices
  from outbox o where o.topic = 'exchange.moved'`;
const RECEIPTS = `select exchange_id as "exchangeId", message_id as "messageId", receipt, protected, signature
  from exchange_receipt`;
const KEYS = 'select id, public_x as x from signing_key';
/** What was noted, and what each reader was told; whoever may read a notice is a unit, a person or a role of it. */
const STEPS = `select exchange_id as "exchangeId", step, due_on::text as "dueOn", null as told, count(*)::int as times
    from escalation group by 1, 2, 3
  union all
  select exchange_id, kind, due_on::text, concat_ws(' ', unit_id, account_id, role), count(*)::int
    from notice where kind in ('DUE_SOON', 'OVERDUE', 'LONG_OVERDUE') group by 1, 2, 3, 4`;
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
    ...(await readSent(client)),
    receipts: await rows<ReceiptFact>(RECEIPTS),
    signingKeys: Object.fromEntries(
      (await rows<{ id: string; x: string }>(KEYS)).map(({ id, x }) => [id, x]),
    ),
    steps: await rows<StepFact>(STEPS),
    numbersGiven: (await rows<{ given: number }>(NUMBERS))[0]?.given ?? 0,
  };
  await client.query('commit');
  return facts;
};

/** How many files no scanner has judged yet. */
export const filesWaiting = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ waiting: number }>(
    `select count(*)::int as waiting from exchange_file_content where scan = 'PENDING'`,
  );
  return rows[0]?.waiting ?? 0;
};

/** How many signals of moves still wait for a worker. */
export const signalsWaiting = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ waiting: number }>(
    `select count(*)::int as waiting from outbox where topic = 'exchange.moved' and delivered_at is null`,
  );
  return rows[0]?.waiting ?? 0;
};
