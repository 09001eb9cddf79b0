const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const unit = (alias: string): string =>
  `json_build_object('code', ${alias}.code, 'name',
    json_build_object('ro', ${alias}.name_ro, 'bg', ${alias}.name_bg, 'en', ${alias}.name_en))`;
const person = (alias: string): string =>
  `case when ${alias}.id is null then null
    else json_build_object('givenName', ${alias}.given_name, 'familyName', ${alias}.family_name) end`;

const REPLIER = `replying_unit_id = $1 and state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')`;
const REQUESTER = `requesting_unit_id = $1 and state in ('CLARIFICATION', 'ANSWERED', 'REFUSED')`;

const ROW = `json_build_object('id', e.id, 'number', e.number, 'state', e.state, 'version', e.version,
  'urgency', e.urgency, 'createdAt', ${instant('e.created_at')}, 'sentAt', ${instant('e.sent_at')}`;
const UNITS = `'requestingUnit', ${unit('r')}, 'replyingUnit', ${unit('p')}, 'handler', ${person('h')}`;
const JOINS = `join unit r on r.id = e.requesting_unit_id join unit p on p.id = e.replying_unit_id
  left join account h on h.id = coalesce(e.replier_handler_id, e.requester_handler_id)
  left join subject s on s.exchange_id = e.id`;
const NAME = `'name', json_build_object('familyName', s.family_name, 'givenName', s.given_name)`;

/** $1: the unit, $2: how many rows. */
export const INBOX = `
  with picked as (
    select * from (
      (select * from exchange where ${REPLIER} order by due_on, id limit $2)
      union all
      (select * from exchange where ${REQUESTER} order by due_on, id limit $2)
    ) both_turns order by due_on, id limit $2
  ), counted as (
    select count(*)::int as n from (
      select 1 from exchange where ${REPLIER} union all select 1 from exchange where ${REQUESTER} limit 1001) capped
  )
  select json_build_object('data', json_build_object('exchanges', json_build_object(
    'nodes', coalesce((select json_agg(${ROW},
        'deadline', case when e.due_kind is null then null else json_build_object('kind', e.due_kind, 'due', e.due_on) end,
        ${UNITS}, 'subject', json_build_object(${NAME})) order by e.due_on, e.id)
      from picked e ${JOINS}), '[]'),
    'totalCount', (select json_build_object('value', least(n, 1000), 'capped', n > 1000) from counted)
  )))::text as body`;

const MESSAGE = `json_build_object('id', m.id, 'kind', m.kind, 'version', m.version, 'language', m.language,
  'content', m.sealed, 'sentAt', ${instant('m.sent_at')}, 'author', ${person('a')},
  'authorUnit', json_build_object('code', u.code))`;
const MESSAGES = `from exchange_message m join account a on a.id = m.author_id join unit u on u.id = m.author_unit_id
  where m.exchange_id = e.id`;

/** $1: the unit, $2: the case. Contents and remarks come sealed, with the key of the case beside them. */
export const CASE = `
  select (select wrapped_key from exchange_key k where k.exchange_id = e.id) as key,
    json_build_object('data', json_build_object('exchange', ${ROW}, ${UNITS}, 'author', ${person('w')},
    'subject', case when s.id is null then null else json_build_object(${NAME}, 'birthDate', s.birth_date) end,
    'request', (select ${MESSAGE} ${MESSAGES} and m.kind = 'REQUEST' order by m.sent_at desc, m.version desc limit 1),
    'answers', coalesce((select json_agg(${MESSAGE} order by m.sent_at, m.version) ${MESSAGES} and m.kind = 'ANSWER'), '[]'),
    'timeline', coalesce((select json_agg(json_build_object('id', v.id, 'sequence', v.sequence, 'move', v.move, 'by', v.side,
        'at', ${instant('v.at')}, 'note', v.sealed_note, 'stateAfter', v.state_after, 'account', ${person('a')},
        'unit', json_build_object('code', u.code)) order by v.sequence)
      from exchange_move v left join account a on a.id = v.account_id join unit u on u.id = v.unit_id
      where v.exchange_id = e.id), '[]')
  ))) as body
  from exchange e ${JOINS} left join account w on w.id = e.author_id
  where e.id = $2 and $1 in (e.requesting_unit_id, e.replying_unit_id)`;

/** All text of a row, as its index has it. */
const DOC = `(plain || ' ' || personal)`;

/** $1: the unit, $2: how many rows, then two patterns a word; it is planned anew each time, for each word weighs differently. */
export const search = (words: number): string => {
  const patterns = Array.from(
    { length: words },
    (_, at) => ` and (${DOC} like $${at * 2 + 3} or ${DOC} like $${at * 2 + 4})`,
  );
  const found = `from exchange_search where unit_id = $1${patterns.join('')}`;
  return `
    with picked as (
      select exchange_id, sort_at ${found} order by sort_at desc, exchange_id desc limit $2
    ), counted as (select count(*)::int as n from (select 1 ${found} limit 1001) capped)
    select json_build_object('data', json_build_object('searchExchanges', json_build_object(
      'nodes', coalesce((select json_agg(json_build_object('exchange', json_build_object('id', e.id, 'number', e.number,
          'state', e.state, 'requestingUnit', json_build_object('code', r.code),
          'replyingUnit', json_build_object('code', p.code), 'subject', json_build_object(${NAME})))
          order by k.sort_at desc, k.exchange_id desc)
        from picked k join exchange e on e.id = k.exchange_id ${JOINS}), '[]'),
      'totalCount', (select json_build_object('value', least(n, 1000), 'capped', n > 1000) from counted)
    )))::text as body`;
};

/** The key of a case, to seal what is about to be written. */
export const KEY = 'select wrapped_key as key from exchange_key where exchange_id = $1';

/**
 * A reminder in one statement: key, guarded update, move, audit event, outgoing signal.
 * $1 unit, $2 account, $3 case, $4 version, $5 sealed note, $6 key, $7 hash of the input, $8 audit body, $9 audit id, $10 move id,
 * $11 outbox id
 */
export const REMIND = `
  with changed as (
    update exchange set version = version + 1, state_since = date_trunc('milliseconds', now())
    where id = $3 and version = $4 and requesting_unit_id = $1 and state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')
    returning *
  ), once as (
    insert into idempotency_key (owner, key, action, input_hash, outcome)
    select 'staff:' || $2, $6, 'exchange.remind', $7, to_jsonb(id) from changed
  ), moved as (
    insert into exchange_move (id, exchange_id, sequence, move, side, account_id, unit_id, at, sealed_note, agreement_version_id,
      agreement_clause, state_after, idempotency_key)
    select $10, id, (select coalesce(max(sequence), 0) + 1 from exchange_move where exchange_id = $3), 'REMIND',
      'REQUESTER', $2::uuid, $1, state_since, $5, agreement_version_id, agreement_clause, state, $6 from changed
  ), signalled as (
    insert into outbox (id, topic, key, payload)
    select $11, 'exchange.moved', id, jsonb_build_object('moveId', $10::text) from changed
  ), audited as (
    insert into audit_event (id, at, action, outcome, actor_kind, actor_id, unit_id, resource_type, resource_id, body)
    select $9, now(), 'exchange.remind', 'ALLOWED', 'staff', $2, $1, 'exchange', id, $8 from changed
  )
  select json_build_object('data', json_build_object('remindReplier',
      json_build_object('id', id, 'state', state, 'version', version)))::text as body
  from changed`;
