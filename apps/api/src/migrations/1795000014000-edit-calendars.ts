import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars kept by administrators, deadlines that follow them, and the steps by which a missed one is told. */
export class EditCalendars1795000014000 implements MigrationInterface {
  readonly name = 'EditCalendars1795000014000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [DAY, CHANGE, DEADLINE, ESCALATION, NOTICE]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notice where kind <> 'MOVE';
      alter table notice drop constraint notice_speaks_of, drop column kind, drop column account_id,
        drop column role, drop column due_on, alter column move set not null;
      drop table escalation, exchange_deadline_change, calendar_recalculation, calendar_change, working_calendar;
      drop index exchange_country_due;
      drop trigger exchange_stamp_due on exchange;
      drop function soc_stamp_due();
      alter table exchange drop column due_revision;
      revoke insert, update on working_calendar_day from soc_app;
      drop index working_calendar_day_id;
      alter table working_calendar_day drop column id, drop column working, drop column origin,
        drop column act_number, drop column act_date, drop column act_text, drop column removed_at,
        drop column version`);
  }
}

/**
 * A day keeps its row when it is removed: loading the reference data again must not bring it back.
 * \`working\` marks a weekend day that is worked in exchange for another one.
 */
const DAY = `
  alter table working_calendar_day
    add column id         uuid not null default gen_random_uuid(),
    add column working    boolean not null default false,
    add column origin     text not null default 'REFERENCE' check (origin in ('REFERENCE', 'MANUAL')),
    add column act_number text,
    add column act_date   date,
    add column act_text   text,
    add column removed_at timestamptz,
    add column version    integer not null default 1;
  create unique index working_calendar_day_id on working_calendar_day (id);
  grant insert, update on working_calendar_day to soc_app;
`;

/**
 * The calendar of a country is one thing that changes: every change raises its revision, and a due day remembers
 * the revision it was counted by.
 */
const CHANGE = `
  create table working_calendar (
    country  text primary key references country,
    revision integer not null default 0
  );
  insert into working_calendar (country) select code from country;
  grant select, insert, update on working_calendar to soc_app;
  create table calendar_change (
    id         uuid primary key,
    country    text not null references country,
    revision   integer not null,
    day_id     uuid not null,
    action     text not null check (action in ('ADD', 'CHANGE', 'REMOVE')),
    before     jsonb,
    after      jsonb,
    act        jsonb not null,
    reason     text,
    account_id uuid not null references account,
    unit_id    uuid not null references unit,
    at         timestamptz not null,
    unique (country, revision)
  );
  create index calendar_change_newest on calendar_change (country, at desc, id desc);
  grant select, insert on calendar_change to soc_app;
  create table calendar_recalculation (
    change_id   uuid primary key references calendar_change,
    last_id     uuid,
    moved       integer not null default 0,
    finished_at timestamptz
  );
  grant select, insert, update on calendar_recalculation to soc_app;
`;

/**
 * \`due_revision\` is the calendar a due day was counted by. The database stamps it, because every move that sets a due
 * day must: one that forgot would have its deadline moved twice. What a change of the calendar moved is appended.
 */
const DEADLINE = `
  alter table exchange add column due_revision integer not null default 0;
  create function soc_stamp_due() returns trigger language plpgsql as $$ begin
    new.due_revision := coalesce((select revision from working_calendar where country = new.replying_country), 0);
    return new;
  end $$;
  create trigger exchange_stamp_due before update of due_on on exchange
    for each row execute function soc_stamp_due();
  create index exchange_country_due on exchange (replying_country, due_on, id)
    where state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED', 'CLARIFICATION');
  create table exchange_deadline_change (
    id          uuid primary key,
    exchange_id uuid not null references exchange,
    change_id   uuid not null references calendar_change,
    due_before  date not null,
    due_after   date not null,
    at          timestamptz not null,
    unique (exchange_id, change_id)
  );
  grant select, insert on exchange_deadline_change to soc_app;
  alter table exchange_deadline_change enable row level security;
  create policy exchange_deadline_change_reach on exchange_deadline_change to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));
`;

/** The key is the promise: one case, one due day, one step, told once, whoever runs and however often. */
const ESCALATION = `
  create table escalation (
    id          uuid primary key,
    exchange_id uuid not null references exchange,
    due_kind    text not null,
    due_on      date not null,
    step        text not null check (step in ('DUE_SOON', 'OVERDUE', 'LONG_OVERDUE')),
    at          timestamptz not null,
    unique (exchange_id, due_kind, due_on, step)
  );
  grant select, insert on escalation to soc_app;
  alter table escalation enable row level security;
  create policy escalation_reach on escalation to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));
`;

/** A notice may be meant for one person of the unit, or for whoever holds a role there. */
const NOTICE = `
  alter table notice
    add column kind       text not null default 'MOVE',
    add column account_id uuid references account,
    add column role       text,
    add column due_on     date,
    alter column move drop not null,
    add constraint notice_speaks_of check ((kind = 'MOVE') = (move is not null));
`;
