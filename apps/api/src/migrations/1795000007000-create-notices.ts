import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit has not looked at yet: moves of the other side. */
export class CreateNotices1795000007000 implements MigrationInterface {
  readonly name = 'CreateNotices1795000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTICE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice');
  }
}

/** The id is that of the outbox entry it came from: delivered twice, it is still one notice. */
const NOTICE = `
  create table notice (
    id          uuid primary key,
    unit_id     uuid not null references unit,
    exchange_id uuid not null references exchange,
    move        text not null,
    at          timestamptz not null,
    seen_at     timestamptz
  );
  create index notice_unseen on notice (unit_id, at desc, id desc) where seen_at is null;
  create index notice_newest on notice (unit_id, at desc, id desc);
  grant select, insert, update, delete on notice to soc_app;
  alter table notice enable row level security;
  create policy notice_reach on notice to soc_app
    using (unit_id = (select soc_unit()) or (select soc_scope()) = 'all')
    with check (unit_id = (select soc_unit()) or (select soc_scope()) = 'all');
`;
