import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search by keys of one's own unit instead of by trigrams of everybody's (docs/adr/0016). Each step commits by itself
 * and can be taken again after an interruption; moves go on meanwhile, and so do searches: rows are filled a few at a
 * time and indexes are built beside the work. The trigram indexes go first, because every row that is filled would be
 * written into them again (5 ms each, against a tenth); until the new ones stand, searches find the same more slowly.
 */
export class NarrowSearch1795000026000 implements MigrationInterface {
  readonly name = 'NarrowSearch1795000026000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [PREPARE, KEYS, SOUGHT, REFRESH]) await runner.query(step);
    for (const index of ['find', 'plain', 'keys'])
      await runner.query(`drop index concurrently if exists exchange_search_${index}`);
    await fill(runner);
    await complete(runner);
    await runner.query(KEY_INDEX);
    await runner.query('analyze exchange_search');
    await runner.query(SEARCH);
    await runner.query(PLAIN_INDEX);
    await runner.query('alter table exchange_search drop column if exists doc');
  }

  /** What it takes away was made from the rest, but of a million exchanges not while somebody waits. */
  async down(): Promise<void> {
    return Promise.reject(new Error('There is no way back but a backup of before.'));
  }
}

/** Exchanges filled by one statement: some tenths of a second, and locks that nobody waits long for. */
const BATCH = 1_000;

/** Exchange by exchange in the order of their ids; one that is moved at that moment gets its keys by its move. */
const fill = async (runner: QueryRunner): Promise<void> => {
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    const rows = (await runner.query(FILL, [after, BATCH])) as readonly { readonly last: string | null }[];
    after = rows[0]?.last ?? null;
  }
};

/** No row without keys; checked first without a lock, so that the last step holds one for an instant only. */
const complete = async (runner: QueryRunner): Promise<void> => {
  await runner.query(FILL_REST);
  await runner.query('alter table exchange_search drop constraint if exists exchange_search_has_keys');
  await runner.query(
    'alter table exchange_search add constraint exchange_search_has_keys check (keys is not null) not valid',
  );
  await runner.query('alter table exchange_search validate constraint exchange_search_has_keys');
  await runner.query('alter table exchange_search alter column keys set not null');
  await runner.query('alter table exchange_search drop constraint exchange_search_has_keys');
};

/**
 * `search_phrase` keeps once what many rows have in common: the words of a type, the names of an office. A search
 * asks it which of them a word stands in. Nothing of a person is there, and nobody but the functions below asks it.
 * Moves rewrite search rows; with room beside them no index is touched (heap-only update).
 */
const PREPARE = `
  alter table exchange_search add column if not exists keys integer[];
  alter table exchange_search set (fillfactor = 85);
  create table if not exists search_phrase (text text primary key);
`;

/** No gram is made across these: words, and the parts of a number. */
const APART = (text: string): string => `string_to_array(translate(${text}, '-', ' '), ' ')`;

/**
 * What a row is found by: of every word each three and each four letters in sequence (of digits three: four would be
 * as many lists as there are numbers), each phrase and each hash of a number as a whole, all of them mixed with the
 * unit. So a list of the index holds rows of one unit alone, and the commonest name of the country has a short one in
 * each office. Two things may share a key: whoever finds a row by its keys looks at its text before believing it.
 */
const KEYS = `
  create or replace function soc_search_keys(p_unit uuid, p_words text, p_phrases text[], p_blind text[])
  returns integer[] language plpgsql immutable parallel safe as $$
  declare
    v_unit constant integer := hashtext(p_unit::text);
    v_known text[] := '{}';
    v_keys integer[] := '{}';
    v_word text;
    v_plain boolean;
  begin
    foreach v_word in array ${APART('p_words')} loop
      continue when length(v_word) < 3 or v_word = any (v_known);
      v_known := v_known || v_word;
      for v_at in 1 .. length(v_word) - 2 loop
        v_keys := v_keys || (hashtext(substr(v_word, v_at, 3)) # v_unit);
      end loop;
      v_plain := v_word = translate(v_word, '0123456789', '');
      for v_at in 1 .. length(v_word) - 3 loop
        continue when not v_plain and substr(v_word, v_at, 4) ~ '[0-9]';
        v_keys := v_keys || (hashtext(substr(v_word, v_at, 4)) # v_unit);
      end loop;
    end loop;
    foreach v_word in array coalesce(p_phrases, '{}') loop
      v_keys := v_keys || (hashtext('=' || v_word) # v_unit);
    end loop;
    foreach v_word in array coalesce(p_blind, '{}') loop
      v_keys := v_keys || (hashtext('#' || v_word) # v_unit);
    end loop;
    return v_keys;
  end $$;
  revoke all on function soc_search_keys from public;
`;

/**
 * The other side of it. `soc_search_grams` gives what must stand in a text that is like a pattern, in the order of
 * the pattern; signs of LIKE part words too, which asks for less and never for too much. Of four
 * letters and more every second group of four is asked for, and the last.
 * `soc_search_sought` gives the keys of one word of a search, one of which sets a row has: all of the word as typed,
 * all of its tolerant form, or any phrase it stands in. `exact` is null where a word is too short to be looked up.
 * For one unit a row has all the keys of a set; for several units a set has the key of one gram for each of them.
 * `share` says for how many of all rows that holds, as far as the statistics know the keys; 0 where it is rare.
 */
const SOUGHT = `
  create or replace function soc_search_grams(p_pattern text) returns integer[]
  language plpgsql immutable parallel safe as $$
  declare
    v_grams integer[] := '{}';
    v_word text;
    v_size integer;
    v_last integer;
  begin
    foreach v_word in array ${APART(`translate(p_pattern, '%_\\', '   ')`)} loop
      continue when length(v_word) < 3;
      v_size := case when length(v_word) = 3 or v_word ~ '[0-9]' then 3 else 4 end;
      v_last := length(v_word) - v_size + 1;
      for v_at in 1 .. v_last loop
        continue when v_size = 4 and v_at % 2 = 0 and v_at <> v_last;
        v_grams := v_grams || hashtext(substr(v_word, v_at, v_size));
      end loop;
    end loop;
    return v_grams;
  end $$;
  revoke all on function soc_search_grams from public;

  create or replace function soc_search_of(p_units uuid[], p_hashes integer[]) returns integer[]
  language sql immutable parallel safe as $$
    select array_agg(h # hashtext(u::text)) from unnest(p_hashes) h cross join unnest(p_units) u
  $$;
  revoke all on function soc_search_of from public;

  create or replace function soc_search_sought(p_units uuid[], p_exact text, p_tolerant text, out exact integer[],
    out tolerant integer[], out phrases integer[], out share double precision)
  language plpgsql stable as $$
  declare
    v_exact integer[] := soc_search_grams(p_exact);
    v_tolerant integer[] := soc_search_grams(p_tolerant);
  begin
    if v_exact = '{}' or v_tolerant = '{}' then
      return;
    end if;
    if cardinality(p_units) <> 1 then
      v_exact := v_exact[(cardinality(v_exact) + 1) / 2:(cardinality(v_exact) + 1) / 2];
      v_tolerant := v_tolerant[(cardinality(v_tolerant) + 1) / 2:(cardinality(v_tolerant) + 1) / 2];
    end if;
    exact := soc_search_of(p_units, v_exact);
    if p_tolerant <> p_exact then
      tolerant := soc_search_of(p_units, v_tolerant);
    end if;
    phrases := soc_search_of(p_units, array(
      select hashtext('=' || p.text) from search_phrase p where p.text like p_exact or p.text like p_tolerant));
    with often as (
      select often.key, often.share from pg_stats
        cross join unnest(most_common_elems::text::integer[], most_common_elem_freqs) often (key, share)
      where schemaname = 'public' and tablename = 'exchange_search' and attname = 'keys'
    ), sets (keys, all_of) as (
      values (exact, cardinality(p_units) = 1), (tolerant, cardinality(p_units) = 1), (phrases, false)
    )
    select max(each.share) into share from sets cross join lateral (
      select case when all_of then min(coalesce(often.share, 0)) else sum(coalesce(often.share, 0)) end as share
      from unnest(sets.keys) key left join often using (key)) each;
  end $$;
  revoke all on function soc_search_sought from public;
`;

/**
 * As before (1795000011000), with the keys. Most moves change no word: then the keys are those the row has.
 */
const REFRESH = `
  create or replace function soc_refresh_search(p_exchange uuid, p_words text, p_file text, p_draft_names text,
    p_draft_birth date, p_draft_blind text[], p_key text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  begin
    delete from exchange_search s using exchange e
    where s.exchange_id = p_exchange and e.id = p_exchange and (
      e.state = 'DELETED'
      or (s.unit_id <> e.requesting_unit_id
        and (e.sent_at is null or s.unit_id is distinct from e.replying_unit_id)));

    with stands as (
      select e.id, seen.unit_id, seen.country, seen.side, seen.other_id, e.type_code, e.state, e.sent_at,
        coalesce(e.sent_at, e.created_at) as sort_at, lower(e.number) as number,
        concat_ws(' ', lower(e.type_code), p_words) as type_words, other.search_key as office,
        concat_ws(' ', lower(e.number), lower(e.type_code), p_words, other.search_key) as plain,
        concat_ws(' | ', case when e.sent_at is null then p_draft_names else p.search_key end,
          coalesce(p_file, lower(e.national_file_number))) as personal,
        case when e.sent_at is null then p_draft_birth else p.birth_date end as birth_date,
        case when e.sent_at is null then p_draft_blind else coalesce(
          (select array_agg(i.blind_index order by i.blind_index) from subject_identifier i where i.subject_id = p.id),
          '{}') end as blind
      from exchange e
      left join subject p on p.exchange_id = e.id
      cross join lateral (
        values ('REQUESTER', e.requesting_unit_id, e.requesting_country, e.replying_unit_id),
          ('REPLIER', case when e.sent_at is null then null else e.replying_unit_id end, e.replying_country, e.requesting_unit_id)
      ) as seen (side, unit_id, country, other_id)
      left join unit other on other.id = seen.other_id
      where e.id = p_exchange and e.state <> 'DELETED' and seen.unit_id is not null
    ), keyed as (
      select n.*, s.keys as kept, array_remove(array[nullif(n.type_words, ''), nullif(n.office, '')], null) as phrases
      from stands n left join exchange_search s on s.exchange_id = n.id and s.unit_id = n.unit_id
        and s.plain = n.plain and s.personal = n.personal and s.blind = n.blind
    ), told as (
      insert into search_phrase
      select distinct phrase from keyed, unnest(phrases) phrase
      where kept is null and not exists (select from search_phrase p where p.text = phrase)
      order by phrase on conflict do nothing
    )
    insert into exchange_search as s (exchange_id, unit_id, unit_country, side, other_unit_id, type_code, state,
      sent_at, sort_at, plain, personal, birth_date, blind, blind_key, keys)
    select id, unit_id, country, side, other_id, type_code, state, sent_at, sort_at, plain, personal, birth_date,
      blind, p_key, coalesce(kept, soc_search_keys(unit_id, concat_ws(' ', number, personal), phrases, blind))
    from keyed
    on conflict (exchange_id, unit_id) do update set
      side = excluded.side, unit_country = excluded.unit_country, other_unit_id = excluded.other_unit_id,
      type_code = excluded.type_code, state = excluded.state, sent_at = excluded.sent_at, sort_at = excluded.sort_at,
      plain = excluded.plain, personal = excluded.personal, birth_date = excluded.birth_date,
      blind = excluded.blind, blind_key = excluded.blind_key, keys = excluded.keys;
  end $$;
`;

/**
 * What a row's phrases are, from its text: the number stands first, the office last, the type between. Where that does
 * not hold (an office renamed since), all of it is one phrase, and found just the same.
 */
const ROWS = `
  from exchange_search s join exchange e on e.id = s.exchange_id left join unit o on o.id = s.other_unit_id
  cross join lateral (select case when starts_with(s.plain, lower(e.number))
    then substr(s.plain, length(e.number) + 2) else s.plain end as tail) t
  cross join lateral (select array_remove(case when right(t.tail, length(o.search_key) + 1) = ' ' || o.search_key
    then array[left(t.tail, -1 - length(o.search_key)), o.search_key] else array[t.tail] end, '') as phrases) p`;

/** Writes the keys of the rows that `picked` names, and the phrases that are new among them. */
const filling = (picked: string): string => `
  picked as materialized (${picked}),
  made as materialized (
    select s.exchange_id, s.unit_id, p.phrases,
      soc_search_keys(s.unit_id, concat_ws(' ', lower(e.number), s.personal), p.phrases, s.blind) as keys
    ${ROWS} where (s.exchange_id, s.unit_id) in (select exchange_id, unit_id from picked)
  ), told as (
    insert into search_phrase select distinct phrase from made, unnest(phrases) phrase
    where not exists (select from search_phrase p where p.text = phrase) order by phrase on conflict do nothing
  ), written as (
    update exchange_search s set keys = made.keys from made
    where s.exchange_id = made.exchange_id and s.unit_id = made.unit_id and s.keys is null
  )`;

/** $1: the exchange before, $2: how many; gives the last one, null at the end. Rows that are being written are left out. */
const FILL = `
  with next as materialized (select id from exchange where id > $1 order by id limit $2),
  ${filling(`select exchange_id, unit_id from exchange_search where exchange_id in (select id from next)
    and keys is null for no key update skip locked`)}
  select max(id::text) as last from next`;

/** What was being written has its keys by now; this waits for the last of it. */
const FILL_REST = `
  with ${filling('select exchange_id, unit_id from exchange_search where keys is null for no key update')}
  select count(*) from picked`;

/** Without a pending list it is always as quick; it is only written when words change. */
const KEY_INDEX = `
  create index concurrently exchange_search_keys on exchange_search using gin (keys) with (fastupdate = off)`;

/** The auditors' index, as 1795000011000 has it. */
const PLAIN_INDEX = `
  create index concurrently exchange_search_plain on exchange_search using gin (plain gin_trgm_ops)
    with (fastupdate = off) where side = 'REQUESTER'`;

/** Most words one search looks for; `SEARCH_WORDS` in the code refuses more. */
const WORDS = 8;
const each = (of: (at: number) => string): string =>
  Array.from({ length: WORDS }, (_, at) => of(at + 1)).join('\n        ');

const DECLARED = each((at) => `v_exact${at} integer[]; v_tolerant${at} integer[]; v_phrases${at} integer[];`);
const LOOKED_UP = each(
  (at) => `if p_exact[${at}] is not null then
          select k.exact, k.tolerant, k.phrases,
            case when k.share is null then v_share else coalesce(v_share, v_all) * least(1, k.share / v_all) end
          into v_exact${at}, v_tolerant${at}, v_phrases${at}, v_share
          from soc_search_sought(v_units, p_exact[${at}], p_tolerant[${at}]) k;
        end if;`,
);

/**
 * Every word must stand somewhere: as typed, or in its tolerant form. Folded away where there is no such word. The text
 * decides, the keys before it say where to look. `case` keeps the planner from guessing how rare a text is
 * that the keys, of which it knows the common ones, have found already.
 */
const texts = (columns: readonly string[]): string =>
  each(
    (at) =>
      `and (p_exact[${at}] is null or case when ${columns
        .flatMap((column) => [`s.${column} like p_exact[${at}]`, `s.${column} like p_tolerant[${at}]`])
        .join(' or ')} then true else false end)`,
  );
const keys = (all: '@>' | '&&'): string =>
  each(
    (at) => `and (v_exact${at} is null
          or s.keys ${all} v_exact${at} or s.keys ${all} v_tolerant${at} or s.keys && v_phrases${at})`,
  );

/** Both countries keep Eastern European Time, so one wall clock says what a day is. */
const ZONE = `'Europe/Bucharest'`;

const matching = (within: string, words: string): string => `
      select s.exchange_id, s.sort_at, s.plain, s.personal, s.birth_date, s.blind from exchange_search s
      where ${within}
        ${words}
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

const ALL_TEXT = texts(['personal', 'plain']);
const COUNTRY = 'v_country = s.unit_country and (s.sent_at is not null or s.unit_id = v_unit)';

/**
 * Found by its keys. A key holds the unit already: `case` hides that condition from the planner, which would take it for
 * another one and read the index of all the unit's rows beside.
 */
const keyed = (within: string, all: '@>' | '&&'): string =>
  matching(
    `case when ${within} then true else false end`,
    `${keys(all)}
        and (v_blind is null or s.keys && v_blind)
        ${ALL_TEXT}`,
  );

/** What more rows than this are expected to have, of those within reach, is met so often along the newest rows that walking these is cheaper. */
const WALKED = 16_000;

/**
 * As before (1795000011000): the reach comes from the settings of the transaction, values are known when it is planned,
 * and whoever sees everything searches `plain` alone, by its trigrams.
 */
const SEARCH = `
  create or replace function soc_search_exchanges(p_exact text[], p_tolerant text[], p_blind text[], p_birth date,
    p_type text, p_types text[], p_states text[], p_unit uuid, p_from date, p_to date, p_except uuid,
    p_after_at timestamptz, p_after_id uuid, p_limit integer)
  returns table (exchange_id uuid, sort_at timestamptz, plain text, personal text, birth_date date, blind text[])
  language plpgsql stable rows 50 security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
  #variable_conflict use_column
  declare
    v_scope constant text := soc_scope();
    v_unit constant uuid := soc_unit();
    v_country constant text := soc_country();
    v_units uuid[];
    v_blind integer[];
    v_all double precision;
    v_share double precision;
    v_walk boolean;
    ${DECLARED}
  begin
    if v_scope in ('unit', 'country') then
      v_units := case when v_scope = 'unit' then array[v_unit]
        else array(select u.id from unit u where u.country = v_country or u.id = v_unit) end;
      v_blind := soc_search_of(v_units, array(select hashtext('#' || b) from unnest(p_blind) b));
      v_all := greatest(1e-9, (select sum(often.share) from pg_stats
        cross join unnest(most_common_vals::text::uuid[], most_common_freqs) often (unit_id, share)
        where schemaname = 'public' and tablename = 'exchange_search' and attname = 'unit_id'
          and often.unit_id = any (v_units)));
      ${LOOKED_UP}
      v_walk := v_blind is null and coalesce(v_share * (select c.reltuples from pg_class c
        where c.oid = 'exchange_search'::regclass) > ${WALKED}, true);
    end if;
    if v_scope = 'unit' and v_walk then
      return query ${matching('s.unit_id = v_unit', ALL_TEXT)};
    elsif v_scope = 'unit' then
      return query ${keyed('s.unit_id = v_unit', '@>')};
    elsif v_scope = 'country' and v_walk then
      return query ${matching(COUNTRY, ALL_TEXT)};
    elsif v_scope = 'country' then
      return query ${keyed(COUNTRY, '&&')};
    elsif v_scope = 'all' and p_blind is null and p_birth is null then
      return query ${matching(`s.side = 'REQUESTER'`, texts(['plain']))};
    end if;
  end $$;
`;
