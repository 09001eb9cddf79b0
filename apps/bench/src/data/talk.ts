import type pg from 'pg';
import { makeTalks, type Talk } from '../product';
import { contentOf, noteOf } from './contents';
import { benchId, kinds } from './ids';

/** Exchanges of one statement. */
const BATCH = 2_000;

const MESSAGES = `select m::int as m, n::int as n, s, country from bench_load.message where n between $1 and $2`;
const NOTES = `select m::int as m, n::int as n, s from bench_load.note_plan where n between $1 and $2`;
const KEYS = `insert into exchange_key (exchange_id, wrapped_key) select * from unnest($1::uuid[], $2::text[])`;
const SEALED_MESSAGES = `
  insert into exchange_message (id, exchange_id, kind, version, side, author_id, author_unit_id, language, sealed,
    content_sha256, completeness, quality_mark, sent_at)
  select bench_load.id(${kinds.message}, m), bench_load.id(${kinds.exchange}, n), kind, version,
    case kind when 'REQUEST' then 'REQUESTER' else 'REPLIER' end, officer, unit, lower(country), x.sealed,
    encode(sha256(convert_to(m::text, 'UTF8')), 'hex'), case kind when 'ANSWER' then 'FULL' end,
    case kind when 'ANSWER' then 'Q1' end, at
  from unnest($3::bigint[], $4::text[]) as x (m, sealed) join bench_load.message using (m)
  where n between $1 and $2`;
const SEALED_NOTES = `insert into bench_load.note (m, sealed) select * from unnest($1::bigint[], $2::text[])`;

interface MessageFacts {
  readonly m: number;
  readonly n: number;
  readonly s: number;
  readonly country: string;
}

type NoteFacts = Omit<MessageFacts, 'country'>;

/** Seals what was said in the exchanges of a range: a key for each, contents and remarks under it. */
export const fillTalk = async (client: pg.Client, from: number, to: number): Promise<void> => {
  const talks = makeTalks();
  for (let first = from; first <= to; first += BATCH) {
    const last = Math.min(to, first + BATCH - 1);
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const begun = new Map<number, Talk>(numbers.map((n) => [n, talks.begin(benchId(kinds.exchange, n))]));
    const talkOf = (n: number): Talk => begun.get(n) ?? talks.begin(benchId(kinds.exchange, n));
    const messages = (await client.query<MessageFacts>(MESSAGES, [first, last])).rows;
    const notes = (await client.query<NoteFacts>(NOTES, [first, last])).rows;
    await client.query(KEYS, [
      numbers.map((n) => benchId(kinds.exchange, n)),
      numbers.map((n) => talkOf(n).wrappedKey),
    ]);
    await client.query(SEALED_MESSAGES, [
      first,
      last,
      messages.map(({ m }) => m),
      messages.map((facts) => talkOf(facts.n).sealContent(benchId(kinds.message, facts.m), contentOf(facts))),
    ]);
    await client.query(SEALED_NOTES, [
      notes.map(({ m }) => m),
      notes.map(({ m, n, s }) => talkOf(n).sealNote(benchId(kinds.move, m), noteOf(s))),
    ]);
  }
};
