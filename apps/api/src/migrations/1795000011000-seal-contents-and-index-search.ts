import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contents and remarks sealed under a key of their exchange, and the table searches ask. */
export class SealContentsAndIndexSearch1795000011000 implements MigrationInterface {
  readonly name = 'SealContentsAndIndexSearch1795000011000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [SEALED, SEARCH_TABLE, REFRESH, SEARCH, FILL]) await runner.query(step);
  }

  /** Sealed contents cannot be opened here, so going back is only possible while there are none. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function soc_search_exchanges, soc_refresh_search;
      drop table exchange_search;
      alter table subject_identifier drop column key_id;
      alter table exchange_move drop column sealed_note;
      alter table exchange_message alter column content set not null;
      alter table exchange_message drop column sealed;
      drop table exchange_key;
    `);
  }
}

/**
 * One wrapped key per exchange, in a table of its own: destroying the row makes contents and remarks of that exchange
 * unreadable, and backups can keep and age these few bytes apart from everything else. What was sent before this
 * migration lies in clear until \`rekey\` has sealed it; the app role can write neither column afterwards.
 */
const SEALED = `
  create table exchange_key (
    exchange_id uuid primary key references exchange,
    wrapped_key text not null
  );
  grant select, insert on exchange_key to soc_app;
  alter table exchange_key enable row level security;
  create policy exchange_key_reach on exchange_key to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));

  alter table exchange_message alter column content drop not null;
  alter table exchange_message add column sealed text;
  alter table exchange_message add constraint exchange_message_one_content check (num_nonnulls(content, sealed) = 1);
  alter table exchange_move add column sealed_note text;
  alter table exchange_move add constraint exchange_move_one_note check (num_nonnulls(note, sealed_note) <= 1);
  alter table subject_identifier add column key_id text;
`;

/**
 * One row per exchange and unit that may see it; a draft has the row of its own unit alone. \`plain\` holds what tells
 * nothing of a person (number, type, the other office), \`personal\` the tolerant keys of the names and the file
 * number; no word of a content is here. \`blind\` are the keyed hashes of the person's numbers.
 * The table repeats what row-level security compares (unit, country, sent), because trigram operators may not use an
 * index beneath a policy that looks elsewhere; the app role reads and cannot write it. A move changes columns no index
 * holds, so the GIN indexes are only written when words change: without a pending list they are always as quick.
 */
const SEARCH_TABLE = `
  create table exchange_search (
    exchange_id   uuid not null references exchange on delete cascade,
    unit_id       uuid not null references unit,
    unit_country  text not null,
    side          text not null check (side in ('REQUESTER', 'REPLIER')),
    other_unit_id uuid references unit,
    type_code     text not null,
    state         text not null,
    sent_at       timestamptz,
    sort_at       timestamptz not null,
    plain         text not null,
    personal      text not null,
    doc           text not null generated always as (plain || ' ' || personal) stored,
    birth_date    date,
    blind         text[] not null default '{}',
    blind_key     text,
    primary key (exchange_id, unit_id)
  );
  create index exchange_search_find on exchange_search using gin (unit_id, doc gin_trgm_ops, blind)
    with (fastupdate = off);
  create index exchange_search_plain on exchange_search using gin (plain gin_trgm_ops) with (fastupdate = off)
    where side = 'REQUESTER';
  create index exchange_search_unit on exchange_search (unit_id, sort_at desc, exchange_id desc);
  create index exchange_search_country on exchange_search (unit_country, sort_at desc, exchange_id desc);
  create index exchange_search_all on exchange_search (sort_at desc, exchange_id desc) where side = 'REQUESTER';
  grant select on exchange_search to soc_app;
  alter table exchange_search enable row level security;
  create policy exchange_search_reach on exchange_search for select to soc_app using (
    unit_id = (select soc_unit())
    or (select soc_scope()) = 'all'
    or ((select soc_scope()) = 'country' and unit_country = (select soc_country()) and sent_at is not null)
  );
`;

/**
 * Writes the rows of one exchange as it stands now, and removes those of units that may no longer see it. It runs as
 * the owner: a move may take the exchange out of the reach of whoever makes it (forwarding), and its rows must follow
 * all the same. It gives nothing back, so it shows nothing either. The person of a draft is sealed and comes from
 * the caller; the person of a sent exchange is read here, whatever the caller says.
 */
const REFRESH = `
  create function soc_refresh_search(p_exchange uuid, p_words text, p_file text, p_draft_names text, p_draft_birth date,
    p_draft_blind text[], p_key text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  begin
    delete from exchange_search s using exchange e
    where s.exchange_id = p_exchange and e.id = p_exchange and (
      e.state = 'DELETED'
      or (s.unit_id <> e.requesting_unit_id
        and (e.sent_at is null or s.unit_id is distinct from e.replying_unit_id)));

    insert into exchange_search as s (exchange_id, unit_id, unit_country, side, other_unit_id, type_code, state,
      sent_at, sort_at, plain, personal, birth_date, blind, blind_key)
    select e.id, seen.unit_id, seen.country, seen.side, seen.other_id, e.type_code, e.state, e.sent_at,
      coalesce(e.sent_at, e.created_at),
      concat_ws(' ', lower(e.number), lower(e.type_code), p_words, other.search_key),
      concat_ws(' | ', case when e.sent_at is null then p_draft_names else p.search_key end,
        coalesce(p_file, lower(e.national_file_number))),
      case when e.sent_at is null then p_draft_birth else p.birth_date end,
      case when e.sent_at is null then p_draft_blind else coalesce(
        (select array_agg(i.blind_index order by i.blind_index) from subject_identifier i where i.subject_id = p.id), '{}') end,
      p_key
    from exchange e
    left join subject p on p.exchange_id = e.id
    cross join lateral (
      values ('REQUESTER', e.requesting_unit_id, e.requesting_country, e.replying_unit_id),
        ('REPLIER', case when e.sent_at is null then null else e.replying_unit_id end, e.replying_country, e.requesting_unit_id)
    ) as seen (side, unit_id, country, other_id)
    left join unit other on other.id = seen.other_id
    where e.id = p_exchange and e.state <> 'DELETED' and seen.unit_id is not null
    on conflict (exchange_id, unit_id) do update set
      side = excluded.side, unit_country = excluded.unit_country, other_unit_id = excluded.other_unit_id,
      type_code = excluded.type_code, state = excluded.state, sent_at = excluded.sent_at, sort_at = excluded.sort_at,
      plain = excluded.plain, personal = excluded.personal, birth_date = excluded.birth_date,
      blind = excluded.blind, blind_key = excluded.blind_key;
  end $$;
  revoke all on function soc_refresh_search from public;
  grant execute on function soc_refresh_search to soc_app;
`;

/** Most words one search looks for; \`SEARCH_WORDS\` in the code refuses more. */
const WORDS = 8;

/** Every word must stand somewhere: as typed, or in its tolerant form. Folded away where there is no such word. */
const words = (column: string): string =>
  Array.from(
    { length: WORDS },
    (_, at) => `and (p_exact[${at + 1}] is null
          or s.${column} like p_exact[${at + 1}] or s.${column} like p_tolerant[${at + 1}])`,
  ).join('\n        ');

/** Both countries keep Eastern European Time, so one wall clock says what a day is. */
const ZONE = `'Europe/Bucharest'`;

const matching = (column: string, within: string): string => `
      select s.exchange_id, s.sort_at, s.plain, s.personal, s.birth_date, s.blind from exchange_search s
      where ${within}
        ${words(column)}
        and (p_blind is null or s.blind && p_blind)
        and (p_birth is null or s.birth_date = p_birth)
        and (p_type is null or s.type_code = p_type)
        and (p_types is null or s.type_code = any (p_types))
        and (p_states is null or s.state = any (p_states))
        and (p_unit is null or s.other_unit_id = p_unit or (v_scope <> 'unit' and s.unit_id = p_unit))
        and (p_from is null or s.sent_at >= p_from::timestamp at time zone ${ZONE})
        and (p_to is null or s.sent_at < (p_to + 1)::timestamp at time zone ${ZONE})
        and (p_except is null or s.exchange_id <> p_except)
        and (p_after_at is null or (s.sort_at, s.exchange_id) < (p_after_at, p_after_id))
      order by s.sort_at desc, s.exchange_id desc limit p_limit`;

/**
 * The search itself. It runs as the owner, because beneath a row-level policy the trigram index would stay unused
 * (>100 times slower), and applies the reach on its own: unit, country and scope come from the settings of the
 * transaction, never from a parameter, so that a caller can narrow it and not widen it. Whoever sees everything
 * (auditors) searches \`plain\` alone and never by birth date or hash.
 * With \`force_custom_plan\` the values are known when it is planned: absent words and filters fold away, and the
 * planner chooses between the trigram index and walking the newest rows (50 times between the two for a common word).
 */
const SEARCH = `
  create function soc_search_exchanges(p_exact text[], p_tolerant text[], p_blind text[], p_birth date, p_type text,
    p_types text[], p_states text[], p_unit uuid, p_from date, p_to date, p_except uuid, p_after_at timestamptz,
    p_after_id uuid, p_limit integer)
  returns table (exchange_id uuid, sort_at timestamptz, plain text, personal text, birth_date date, blind text[])
  language plpgsql stable rows 50 security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
  #variable_conflict use_column
  declare
    v_scope constant text := soc_scope();
    v_unit constant uuid := soc_unit();
    v_country constant text := soc_country();
  begin
    if v_scope = 'unit' then
      return query ${matching('doc', 's.unit_id = v_unit')};
    elsif v_scope = 'country' then
      return query ${matching('doc', 's.unit_country = v_country and (s.sent_at is not null or s.unit_id = v_unit)')};
    elsif v_scope = 'all' and p_blind is null and p_birth is null then
      return query ${matching('plain', `s.side = 'REQUESTER'`)};
    end if;
  end $$;
  revoke all on function soc_search_exchanges from public;
  grant execute on function soc_search_exchanges to soc_app;
`;

/** Rows for what is there; words of the types and the persons of drafts come with the next change, or with \`rekey\`. */
const FILL = `
  select soc_refresh_search(id, null, null, null, null, '{}', null) from exchange where state <> 'DELETED';
`;
