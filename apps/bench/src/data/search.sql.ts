/**
 * The rows searches ask, as `soc_refresh_search` writes them one by one. $1: the words of the type, $2: the name of
 * the key that hashed the numbers.
 */
export const SEARCH_ROWS = `
  insert into exchange_search (exchange_id, unit_id, unit_country, side, other_unit_id, type_code, state, sent_at, sort_at,
    plain, personal, birth_date, blind, blind_key)
  select e.id, seen.unit_id, seen.country, seen.side, seen.other_id, e.type_code, e.state, e.sent_at, e.sent_at,
    concat_ws(' ', lower(e.number), lower(e.type_code), $1::text, other.search_key), p.search_key, p.birth_date,
    array[i.blind_index], $2::text
  from exchange e join subject p on p.exchange_id = e.id join subject_identifier i on i.subject_id = p.id
  cross join lateral (values ('REQUESTER', e.requesting_unit_id, e.requesting_country, e.replying_unit_id),
    ('REPLIER', e.replying_unit_id, e.replying_country, e.requesting_unit_id)) as seen (side, unit_id, country, other_id)
  join unit other on other.id = seen.other_id`;
