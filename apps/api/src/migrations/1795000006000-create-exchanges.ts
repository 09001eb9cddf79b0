import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exchanges: the record, its appended moves, its immutable messages, drafts, the person, and the rows' reach. */
export class CreateExchanges1795000006000 implements MigrationInterface {
  readonly name = 'CreateExchanges1795000006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [EXCHANGE, SUBJECT, MESSAGE, MOVE, DRAFT, NUMBER, REACH]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table exchange_number, exchange_draft, exchange_move, exchange_message, subject_identifier,
         subject, exchange; drop function soc_unit(), soc_scope(), soc_country()`,
    );
  }
}

/**
 * \`state\` and the columns beside it repeat what the moves say, in the transaction of the move, for queries.
 * \`due_on\` is 9999-12-31 where nothing is due, so that one order serves every queue.
 * The partial indexes answer "whose turn is it": their predicates are the literal lists of the queue queries, and
 * the other unit's column rides along so that row-level security finds everything in the index.
 */
const EXCHANGE = `
  create table exchange (
    id                   uuid primary key,
    number               text unique,
    type_code            text not null,
    form_version         integer not null,
    state                text not null,
    state_since          timestamptz not null,
    requesting_unit_id   uuid not null references unit,
    replying_unit_id     uuid references unit,
    requesting_country   text not null,
    replying_country     text,
    urgency              text not null default 'NORMAL',
    urgency_reason       text,
    national_file_number text,
    language             text not null,
    author_id            uuid not null references account,
    requester_handler_id uuid references account,
    replier_handler_id   uuid references account,
    agreement_version_id uuid references agreement_version,
    agreement_term_id    uuid references agreement_term,
    agreement_clause     text,
    due_kind             text check (due_kind in ('ACCEPT', 'ANSWER')),
    due_on               date not null default '9999-12-31',
    version              integer not null default 1,
    created_at           timestamptz not null,
    sent_at              timestamptz,
    closed_at            timestamptz,
    check (sent_at is null or (number is not null and replying_unit_id is not null
      and agreement_version_id is not null)),
    check (replying_country is null or replying_country <> requesting_country)
  );
  create index exchange_replier_turn on exchange (replying_unit_id, due_on, id) include (requesting_unit_id, sent_at)
    where state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED');
  create index exchange_requester_waits on exchange (requesting_unit_id, due_on, id) include (replying_unit_id, sent_at)
    where state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED');
  create index exchange_requester_turn on exchange (requesting_unit_id, due_on, id) include (replying_unit_id, sent_at)
    where state in ('CLARIFICATION', 'ANSWERED', 'REFUSED');
  create index exchange_replier_waits on exchange (replying_unit_id, due_on, id) include (requesting_unit_id, sent_at)
    where state in ('CLARIFICATION', 'ANSWERED', 'REFUSED');
  create index exchange_drafts on exchange (requesting_unit_id, created_at desc, id desc)
    where state in ('DRAFT', 'PENDING_APPROVAL');
  create index exchange_of_requester on exchange (requesting_unit_id, created_at desc, id desc)
    include (replying_unit_id, sent_at);
  create index exchange_of_replier on exchange (replying_unit_id, created_at desc, id desc)
    include (requesting_unit_id, sent_at) where sent_at is not null;
  create index exchange_newest on exchange (created_at desc, id desc);
  grant select, insert, update on exchange to soc_app;
`;

/**
 * The person an exchange is about, as sent. Names are searchable; everything else of the person block is sealed
 * with a key of this person's own, which the master key wraps: erasing the wrapped key erases the person.
 * \`subject_identifier\` finds a number without storing it: a keyed hash (blind index).
 */
const SUBJECT = `
  create table subject (
    id           uuid primary key,
    exchange_id  uuid not null unique references exchange,
    family_name  text not null,
    given_name   text not null,
    patronymic   text,
    family_name_latin text not null,
    given_name_latin  text not null,
    birth_date   date,
    sex          text,
    search_key   text not null,
    wrapped_key  text not null,
    sealed       text not null
  );
  create index subject_search on subject using gin (search_key gin_trgm_ops);
  create table subject_identifier (
    subject_id  uuid not null references subject,
    type        text not null,
    blind_index text not null,
    primary key (subject_id, type, blind_index)
  );
  create index subject_identifier_blind on subject_identifier (blind_index);
  grant select, insert on subject, subject_identifier to soc_app;
`;

/** What was sent. The app role can add messages and can neither change nor delete them. */
const MESSAGE = `
  create table exchange_message (
    id             uuid primary key,
    exchange_id    uuid not null references exchange,
    kind           text not null check (kind in ('REQUEST', 'ANSWER')),
    version        integer not null check (version > 0),
    side           text not null,
    author_id      uuid not null references account,
    author_unit_id uuid not null references unit,
    language       text not null,
    content        jsonb not null,
    content_sha256 text not null,
    completeness   text,
    quality_mark   text,
    sent_at        timestamptz not null,
    unique (exchange_id, kind, version)
  );
  grant select, insert on exchange_message to soc_app;
`;

/** Facts, appended. \`sequence\` is 1..n without gap; the state of the exchange is derived from these rows. */
const MOVE = `
  create table exchange_move (
    id                   uuid primary key,
    exchange_id          uuid not null references exchange,
    sequence             integer not null check (sequence > 0),
    move                 text not null,
    side                 text,
    account_id           uuid references account,
    client_id            uuid,
    unit_id              uuid not null references unit,
    at                   timestamptz not null,
    reason_code          text,
    note                 text,
    agreement_version_id uuid references agreement_version,
    agreement_clause     text,
    message_id           uuid references exchange_message,
    state_after          text not null,
    idempotency_key      text not null,
    unique (exchange_id, sequence)
  );
  grant select, insert on exchange_move to soc_app;
`;

/** What one unit is still writing; sealed whole, because nobody needs to search it. */
const DRAFT = `
  create table exchange_draft (
    exchange_id uuid not null references exchange,
    part        text not null check (part in ('REQUEST', 'ANSWER')),
    unit_id     uuid not null references unit,
    sealed      text not null,
    version     integer not null default 1,
    saved_at    timestamptz not null,
    saved_by    uuid not null references account,
    primary key (exchange_id, part)
  );
  grant select, insert, update, delete on exchange_draft to soc_app;
`;

/** Running numbers per unit and year: taken in the transaction that sends, so a rollback leaves no gap. */
const NUMBER = `
  create table exchange_number (
    unit_id uuid not null references unit,
    year    integer not null,
    last    integer not null,
    primary key (unit_id, year)
  );
  grant select, insert, update on exchange_number to soc_app;
`;

/**
 * Row-level security: the second net behind the policy. Settings are read once per statement (sub-select, an
 * init plan), the unit columns stand in the indexes. A draft is visible to its own side alone.
 */
const REACH = `
  create function soc_scope() returns text language sql stable parallel safe
    return coalesce(current_setting('soc.scope', true), 'none');
  create function soc_unit() returns uuid language sql stable parallel safe
    return nullif(current_setting('soc.unit', true), '')::uuid;
  create function soc_country() returns text language sql stable parallel safe
    return nullif(current_setting('soc.country', true), '');

  alter table exchange enable row level security;
  create policy exchange_read on exchange for select to soc_app using (
    requesting_unit_id = (select soc_unit())
    or (replying_unit_id = (select soc_unit()) and sent_at is not null)
    or (select soc_scope()) = 'all'
    or ((select soc_scope()) = 'country' and sent_at is not null
      and (select soc_country()) in (requesting_country, replying_country))
  );
  create policy exchange_open on exchange for insert to soc_app with check (
    requesting_unit_id = (select soc_unit()) or (select soc_scope()) = 'all'
  );
  create policy exchange_change on exchange for update to soc_app using (
    requesting_unit_id = (select soc_unit()) or replying_unit_id = (select soc_unit())
    or (select soc_scope()) = 'all'
  ) with check ((select soc_scope()) <> 'none');

  alter table subject enable row level security;
  create policy subject_reach on subject to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));
  alter table subject_identifier enable row level security;
  create policy subject_identifier_reach on subject_identifier to soc_app
    using (exists (select from subject s where s.id = subject_id))
    with check (exists (select from subject s where s.id = subject_id));
  alter table exchange_message enable row level security;
  create policy exchange_message_reach on exchange_message to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));
  alter table exchange_move enable row level security;
  create policy exchange_move_reach on exchange_move to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));
  alter table exchange_draft enable row level security;
  create policy exchange_draft_reach on exchange_draft to soc_app
    using (unit_id = (select soc_unit()) or (select soc_scope()) = 'all')
    with check (unit_id = (select soc_unit()) or (select soc_scope()) = 'all');
`;
