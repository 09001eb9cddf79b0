/** One exchange in this many has a long thread: 20 messages and 30 moves. */
const LONG_EVERY = 200;
const LONG_MESSAGES = 20;
const LONG_MOVES = 30;

/** What the person sees of a unit's work: who asks whom, in which state, opened when; $1: how many. */
const PLAN = `
  create unlogged table bench_load.plan as
    with drawn as (
      select n, bench_load.draw(n, 1) < 0.6 as ro_asks, bench_load.draw(n, 2) as asks, bench_load.draw(n, 3) as asked,
        bench_load.draw(n, 4) as fate, bench_load.draw(n, 5) as who, bench_load.draw(n, 6) as due,
        now() - interval '2 hours' - (1 - n::float8 / $1) * interval '1000 days' as opened
      from generate_series(1, $1::bigint) n
    ), placed as (
      select d.*, ro.*, bg.*, width_bucket(case when ro_asks then asks else asked end, ro_los) as ro_at,
        width_bucket(case when ro_asks then asked else asks end, bg_los) as bg_at
      from drawn d,
        (select los as ro_los, ids as ro_ids, codes as ro_codes, seqs as ro_seqs from bench_load.share where country = 'RO') ro,
        (select los as bg_los, ids as bg_ids, seqs as bg_seqs, codes as bg_codes from bench_load.share where country = 'BG') bg
    )
    select n, date_trunc('milliseconds', opened) as opened, who, due,
      case when fate < 0.040 then 'SENT' when fate < 0.090 then 'ACCEPTED' when fate < 0.100 then 'CLARIFICATION'
        when fate < 0.115 then 'ANSWERED' when fate < 0.120 then 'REFUSED' when fate < 0.140 then 'WITHDRAWN'
        else 'CLOSED' end as state,
      n % ${LONG_EVERY} = 0 and fate >= 0.040 and (fate < 0.115 or fate >= 0.140) as long,
      case when ro_asks then ro_ids[ro_at] else bg_ids[bg_at] end as asker,
      case when ro_asks then bg_ids[bg_at] else ro_ids[ro_at] end as replier,
      case when ro_asks then 'RO' else 'BG' end as asker_country,
      case when ro_asks then 'BG' else 'RO' end as replier_country,
      case when ro_asks then ro_codes[ro_at] else bg_codes[bg_at] end as code,
      bench_load.id(2, (case when ro_asks then ro_seqs[ro_at] else bg_seqs[bg_at] end) * 100 + floor(who * 20)::int) as asking_officer,
      bench_load.id(2, (case when ro_asks then bg_seqs[bg_at] else ro_seqs[ro_at] end) * 100 + floor(due * 20)::int) as replying_officer
    from placed`;

const EXCHANGES = `
  insert into exchange (id, number, type_code, form_version, state, state_since, requesting_unit_id, replying_unit_id,
    requesting_country, replying_country, urgency, language, author_id, requester_handler_id, replier_handler_id,
    agreement_version_id, agreement_term_id, agreement_clause, due_kind, due_on, version, created_at, sent_at, closed_at)
  select bench_load.id(1, n), code || '-' || extract(year from opened) || '-' || lpad(n::text, 6, '0'), 'EX02', 1, state,
    opened + interval '2 hours', asker, replier, asker_country, replier_country,
    case when n % 11 = 0 then 'URGENT' else 'NORMAL' end, lower(asker_country), asking_officer, asking_officer,
    case when state in ('SENT', 'WITHDRAWN') then null else replying_officer end,
    t.version_id, t.id, t.clause_no,
    case when state = 'SENT' then 'ACCEPT' when state = 'ACCEPTED' then 'ANSWER' end,
    case when state in ('SENT', 'ACCEPTED', 'CLARIFICATION') then current_date - 20 + floor(due * 60)::int else '9999-12-31' end,
    case when long then ${LONG_MOVES} else 5 end, opened, opened + interval '1 hour',
    case when state in ('CLOSED', 'WITHDRAWN') then opened + interval '2 hours' end
  from bench_load.plan, (
    select t.id, t.version_id, t.clause_no from agreement_term t join agreement_version v on v.id = t.version_id
    where t.type_code = 'EX02' order by v.no desc limit 1) t
  order by n`;

/** The moves of one planned exchange. */
const MOVE_ROWS = `generate_series(1, case when p.long then ${LONG_MOVES} when p.state = 'SENT' then 2
    when p.state = 'CLOSED' then 5 when p.state in ('CLARIFICATION', 'ANSWERED') then 4 else 3 end) s
  cross join lateral bench_load.move_of(p.state, p.long, s) m`;

/** Which moves are made of words. */
const NOTE_PLAN = `
  create unlogged table bench_load.note_plan as
    select p.n * 32 + s as m, p.n, s from bench_load.plan p cross join ${MOVE_ROWS}
    where m.move in ('REMIND', 'REPLY_TO_REMINDER', 'ASK_CLARIFICATION', 'WITHDRAW');
  create index on bench_load.note_plan (n);
  create unlogged table bench_load.note (m bigint primary key, sealed text not null)`;

/** Long threads remind and reply between acceptance and end. */
const MOVES = `
  insert into exchange_move (id, exchange_id, sequence, move, side, account_id, unit_id, at, sealed_note, agreement_version_id,
    agreement_clause, message_id, state_after, idempotency_key)
  select bench_load.id(6, p.n * 32 + s), bench_load.id(1, p.n), s, m.move, m.side,
    case m.side when 'REQUESTER' then p.asking_officer else p.replying_officer end,
    case m.side when 'REQUESTER' then p.asker else p.replier end,
    p.opened + s * interval '7 minutes',
    note.sealed,
    e.agreement_version_id, e.agreement_clause,
    case when m.move = 'SEND' then bench_load.id(5, p.n * 32 + 1)
      when m.move = 'ANSWER' then bench_load.id(5, p.n * 32 + 2) end,
    m.after, 'bench-' || p.n || '-' || s
  from bench_load.plan p join exchange e on e.id = bench_load.id(1, p.n)
  cross join ${MOVE_ROWS} left join bench_load.note on note.m = p.n * 32 + s
  order by p.n, s`;

const MOVE_OF = `
  create function bench_load.move_of(state text, long boolean, s integer) returns table (move text, side text, after text)
  language sql immutable parallel safe begin atomic
    select m, case when m in ('OPEN', 'SEND', 'REMIND', 'CLOSE', 'WITHDRAW') then 'REQUESTER' else 'REPLIER' end,
      case m when 'OPEN' then 'DRAFT' when 'SEND' then 'SENT' when 'ACCEPT' then 'ACCEPTED' when 'REFUSE' then 'REFUSED'
        when 'WITHDRAW' then 'WITHDRAWN' when 'ASK_CLARIFICATION' then 'CLARIFICATION' when 'ANSWER' then 'ANSWERED'
        when 'CLOSE' then 'CLOSED' else 'ACCEPTED' end
    from (select case
      when s = 1 then 'OPEN' when s = 2 then 'SEND'
      when s = 3 and state in ('REFUSED') then 'REFUSE' when s = 3 and state in ('WITHDRAWN') then 'WITHDRAW'
      when s = 3 then 'ACCEPT'
      when long and s = ${LONG_MOVES} and state = 'CLOSED' then 'CLOSE'
      when long and state = 'CLOSED' and s = ${LONG_MOVES - 1} or long and state = 'ANSWERED' and s = ${LONG_MOVES} then 'ANSWER'
      when long and state = 'CLARIFICATION' and s = ${LONG_MOVES} then 'ASK_CLARIFICATION'
      when long and s % 2 = 0 then 'REMIND' when long then 'REPLY_TO_REMINDER'
      when s = 4 and state = 'CLARIFICATION' then 'ASK_CLARIFICATION'
      when s = 4 then 'ANSWER' else 'CLOSE' end) as chosen (m);
  end`;

/** The tables of exchanges, in the order they are filled; the first takes the number of exchanges. */
export const EXCHANGE_STEPS = { PLAN, EXCHANGES, MOVE_OF, NOTE_PLAN, MOVES } as const;

/** What every message has beside its content; the content is the generator's. */
export const MESSAGE_PLAN = `
  create unlogged table bench_load.message as
    select p.n * 32 + s as m, p.n, s::integer as s, case when s = 1 then 'REQUEST' else 'ANSWER' end as kind,
      case when s = 1 then 1 else s - 1 end::integer as version,
      case when s = 1 then p.asking_officer else p.replying_officer end as officer,
      case when s = 1 then p.asker else p.replier end as unit,
      case when s = 1 then p.asker_country else p.replier_country end as country,
      p.opened + s * interval '11 minutes' as at
    from bench_load.plan p, generate_series(1, case when p.long then ${LONG_MESSAGES}
      when p.state in ('ANSWERED', 'CLOSED') then 3 + (p.n % 4 = 0)::int else 1 end) s;
  create index on bench_load.message (n)`;
