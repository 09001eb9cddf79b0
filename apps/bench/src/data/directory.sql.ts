/** Officers of every unit; all have the same password, of which only the hash is stored. */
const OFFICERS_PER_UNIT = 20;

/** Helpers that live as long as the load. `draw` is a hash of the row, so that the same seed gives the same rows. */
export const helpers = (seed: number): string => `
  create schema bench_load;
  create function bench_load.id(kind integer, n bigint) returns uuid language sql immutable parallel safe
    return (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
  create function bench_load.draw(n bigint, salt integer) returns float8 language sql immutable parallel safe
    return (hashint8extended(n, salt + ${seed}) & 2147483647)::float8 / 2147483648;
`;

/** County agencies and regional directorates, each country's skewed by 1 / rank: a few units have most of the work. */
export const UNITS = `
  create table bench_load.unit as
    with ranked as (
      select id, country, number_code, row_number() over (partition by country order by md5(code)) as rank,
        row_number() over (order by country, md5(code)) as seq
      from unit where active and number_code is not null and parent_id is not null
    ), weighed as (
      select *, sum(1.0 / rank) over (partition by country) as total,
        sum(1.0 / rank) over (partition by country order by rank) - 1.0 / rank as before
      from ranked
    )
    select id, country, number_code, rank::integer, seq::integer, (before / total)::float8 as lo from weighed;
  create table bench_load.share as
    select country, array_agg(lo order by rank) as los, array_agg(id order by rank) as ids,
      array_agg(number_code order by rank) as codes, array_agg(seq order by rank) as seqs
    from bench_load.unit group by country;
`;

/** $1: the hash of the one password. */
export const OFFICERS = [
  `create table bench_load.officer as
     select bench_load.id(2, u.seq * 100 + k) as id, u.id as unit_id, u.country, u.seq, k,
       case u.country when 'RO' then (array['Ana','Ioana','Maria','Elena','Andrei','Mihai','Radu','Vlad','Dan','Ion'])[1 + k % 10]
         else (array['Мария','Елена','Ивана','Петя','Иван','Петър','Георги','Стоян','Николай','Димитър'])[1 + k % 10] end as given_name,
       case u.country when 'RO' then (array['Popescu','Ionescu','Dumitru','Stan','Marin','Tudor','Barbu'])[1 + (u.seq + k) % 7]
         else (array['Иванова','Петрова','Колева','Димитрова','Стоянова','Николова','Маринова'])[1 + (u.seq + k) % 7] end as family_name
     from bench_load.unit u, generate_series(0, ${OFFICERS_PER_UNIT - 1}) k`,
  `insert into account (id, email, given_name, family_name, search_key, country, locale)
     select id, 'officer-' || seq || '-' || k || '@bench.example', given_name, family_name,
       lower(given_name || ' ' || family_name), country, lower(country)
     from bench_load.officer`,
  `insert into membership (id, account_id, unit_id, country, role, since)
     select bench_load.id(3, seq * 100 + k), id, unit_id, country, 'CASEWORKER', date '2019-11-01' from bench_load.officer`,
  `insert into certificate (id, number, kind, account_id, issued_on, expires_on)
     select bench_load.id(4, (o.seq * 100 + o.k) * 10 + c.at), 'B-' || c.kind || '-' || o.seq || '-' || o.k, c.kind, o.id,
       current_date - 30, current_date + 700
     from bench_load.officer o, unnest(array['BEN', 'INSP', 'SENS', 'REC']) with ordinality c (kind, at)`,
] as const;

/** The password's hash for every officer. */
export const PASSWORDS = `insert into account_password (account_id, hash, must_change, changed_at)
  select id, $1, false, now() from bench_load.officer`;
