import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists under a name: a queue, what it is narrowed to, how it goes and what it shows. */
export class CreateSavedViews1795000017000 implements MigrationInterface {
  readonly name = 'CreateSavedViews1795000017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAVED_VIEW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_view; drop function soc_actor()');
  }
}

/**
 * A view belongs to a person; with a unit it is shown to that unit as well. Only its owner changes it; the unit may
 * take down what hangs on its wall, which the service leaves to coordinators.
 */
const SAVED_VIEW = `
  create function soc_actor() returns text language sql stable parallel safe
    as $$ select current_setting('soc.actor', true) $$;
  create table saved_view (
    id         uuid primary key,
    owner_id   uuid not null references account,
    unit_id    uuid references unit,
    name       text not null check (length(name) between 1 and 60),
    queue      text not null,
    filter     jsonb not null check (jsonb_typeof(filter) = 'object'),
    sort       text,
    columns    text[] not null,
    page_size  integer not null,
    version    integer not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null
  );
  create unique index saved_view_name on saved_view (owner_id, lower(name));
  create index saved_view_unit on saved_view (unit_id) where unit_id is not null;
  grant select, insert, update, delete on saved_view to soc_app;
  alter table saved_view enable row level security;
  create policy saved_view_read on saved_view for select to soc_app
    using (owner_id::text = (select soc_actor()) or unit_id = (select soc_unit()));
  create policy saved_view_keep on saved_view for insert to soc_app
    with check (owner_id::text = (select soc_actor()) and (unit_id is null or unit_id = (select soc_unit())));
  create policy saved_view_change on saved_view for update to soc_app
    using (owner_id::text = (select soc_actor()))
    with check (owner_id::text = (select soc_actor()) and (unit_id is null or unit_id = (select soc_unit())));
  create policy saved_view_remove on saved_view for delete to soc_app
    using (owner_id::text = (select soc_actor()) or unit_id = (select soc_unit()));
`;
