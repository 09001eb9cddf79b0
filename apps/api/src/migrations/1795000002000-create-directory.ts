import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Countries, regions, counties and districts, the tree of units, and the calendars deadlines are counted on. */
export class CreateDirectory1795000002000 implements MigrationInterface {
  readonly name = 'CreateDirectory1795000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TERRITORY);
    await runner.query(UNIT);
    await runner.query(CALENDAR);
    await runner.query(DATA_SET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table data_set, working_calendar_day, contact_point, unit_competence, unit_territory, unit,
      unit_kind, territory, nuts2, country`);
  }
}

/** Reference data: written by the owner when it is loaded, read by everybody. */
const TERRITORY = `
  create table country (
    code         text primary key check (code in ('RO', 'BG')),
    name_ro      text not null,
    name_bg      text not null,
    name_en      text not null,
    language     text not null check (language in ('ro', 'bg', 'en')),
    currency     text not null,
    calling_code text not null,
    time_zone    text not null
  );
  create table nuts2 (
    code    text primary key,
    country text not null references country,
    name_ro text not null,
    name_bg text not null,
    name_en text not null
  );
  create table territory (
    code        text primary key,
    country     text not null references country,
    nuts2       text references nuts2,
    nuts3       text not null unique,
    name_ro     text not null,
    name_bg     text not null,
    name_en     text not null,
    border_area boolean not null,
    search_key  text not null,
    unique (code, country)
  );
  create index territory_country on territory (country);
  grant select on country, nuts2, territory to soc_app;
`;

/**
 * \`search_key\` holds the keys of all names, short names and places in one script, so that one trigram index finds
 * a unit whichever alphabet the caller writes. \`number_code\` is what the numbers of a unit's exchanges start with.
 * A parent is of the same country because the key it is referenced by carries the country.
 */
const UNIT = `
  create table unit_kind (
    code    text primary key,
    name_ro text not null,
    name_bg text not null,
    name_en text not null
  );
  create table unit (
    id                 uuid primary key,
    code               text not null unique check (code ~ '^[A-Z]{2}-[A-Za-z0-9-]{1,40}$'),
    country            text not null references country,
    kind               text not null references unit_kind,
    parent_id          uuid,
    name_ro            text not null,
    name_bg            text not null,
    name_en            text not null,
    short_name_ro      text not null,
    short_name_bg      text not null,
    short_name_en      text not null,
    search_key         text not null,
    languages          text[] not null check (cardinality(languages) > 0 and languages <@ array['ro', 'bg', 'en']),
    number_code        text unique,
    active             boolean not null default true,
    four_eyes          boolean not null default false,
    open_to_correction boolean not null default false,
    source             text,
    version            integer not null default 1,
    unique (id, country),
    foreign key (parent_id, country) references unit (id, country),
    check (parent_id <> id),
    check (code like country || '-%')
  );
  create index unit_parent on unit (parent_id);
  create index unit_search on unit using gin (search_key gin_trgm_ops);
  create table unit_territory (
    unit_id   uuid not null,
    territory text not null,
    country   text not null,
    primary key (unit_id, territory),
    foreign key (unit_id, country) references unit (id, country),
    foreign key (territory, country) references territory (code, country)
  );
  create index unit_territory_territory on unit_territory (territory, unit_id);
  create table unit_competence (
    unit_id       uuid not null references unit,
    exchange_type text not null check (exchange_type ~ '^[A-Z0-9]{2,10}$'),
    primary key (unit_id, exchange_type)
  );
  create index unit_competence_type on unit_competence (exchange_type, unit_id);
  create table contact_point (
    id      uuid primary key,
    unit_id uuid not null references unit,
    ordinal integer not null,
    kind    text not null check (kind in ('PHONE', 'EMAIL', 'SITE', 'ADDRESS', 'FAX')),
    value   text not null check (value <> ''),
    note    text,
    unique (unit_id, ordinal)
  );
  grant select on unit_kind to soc_app;
  grant select, insert, update on unit to soc_app;
  grant select, insert, delete on unit_territory, unit_competence, contact_point to soc_app;
`;

/** Days off with the act they come from: data, because governments add days every year. */
const CALENDAR = `
  create table working_calendar_day (
    country    text not null references country,
    day        date not null,
    key        text not null,
    kind       text not null,
    name_ro    text not null,
    name_bg    text not null,
    name_en    text not null,
    source_act text not null,
    primary key (country, day, key)
  );
  grant select on working_calendar_day to soc_app;
`;

/** Which sets of data were loaded: demonstration data never go into a database that real people work in. */
const DATA_SET = `
  create table data_set (
    name      text primary key,
    loaded_at timestamptz not null
  );
  grant select on data_set to soc_app;
`;
