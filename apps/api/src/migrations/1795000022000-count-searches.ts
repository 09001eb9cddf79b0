import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much somebody has searched of late: who tries one person's number after the other is asked to wait. */
export class CountSearches1795000022000 implements MigrationInterface {
  readonly name = 'CountSearches1795000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEARCH_TALLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table search_tally');
  }
}

/**
 * One row for each search of the last hour. Rows are added, never counted up: several searches of one person at the
 * same moment do not wait for each other.
 */
const SEARCH_TALLY = `
  create table search_tally (
    id       uuid primary key,
    actor_id text not null,
    at       timestamptz not null
  );
  create index search_tally_actor on search_tally (actor_id, at);
  grant select, insert, delete on search_tally to soc_app;
  alter table search_tally enable row level security;
  create policy search_tally_own on search_tally to soc_app
    using (actor_id = (select soc_actor())) with check (actor_id = (select soc_actor()));
`;
