/**
 * The rows searches ask, as `soc_refresh_search` writes them one by one. $1: the words of the type, $2: the name of
 * the key that hashed the numbers.
 */
export const SEARCH_ROWS = `
  with said as (
    insert into search_phrase
    select lower(type_code) || ' ' || $1::text from exchange union select search_key from unit
    on conflict do nothing
  )
  insert into exchange_search (exchange_id, unit_id, unit_country, side, other_unit_id, type_code, state, sent_at, sort_at,
    plain, personal, birth_date, blind, blind_key, keys)
  select e.id, seen.unit_id, seen.country, seen.side, seen.other_id, e.type_code, e.state, e.sent_at, e.sent_at,
    concat_ws(' ', lower(e.number), lower(e.type_code), $1::text, other.search_key), p.search_key, p.birth_date,
    array[i.blind_index], $2::text,
    soc_search_keys(seen.unit_id, concat_ws(' ', lower(e.number), p.search_key),
      array[concat_ws(' ', lower(e.type_code), $1::text), other.search_key], array[i.blind_index])
  from exchange e join subject p on p.exchange_id = e.id join subject_identifier i on i.subject_id = p.id
  cross join lateral (values ('REQUESTER', e.requesting_unit_id, e.requesting_country, e.replying_unit_id),
    ('REPLIER', e.replying_unit_id, e.replying_country, e.requesting_unit_id)) as seen (side, unit_id, country, other_id)
  join unit other on other.id = seen.other_id`;

/**
 * The plain idea of a search, which the peers have and the product had: trigrams of all text, and the unit beside them.
 * The product's own search does not use it.
 */
export const PEERS_SEARCH = `
  create index bench_search on exchange_search using gin (unit_id, (plain || ' ' || personal) gin_trgm_ops)
    with (fastupdate = off)`;
