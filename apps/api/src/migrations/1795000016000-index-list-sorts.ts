import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for the one list that grows for years, sorted by due day or by number; its newest first is there already. */
export class IndexListSorts1795000016000 implements MigrationInterface {
  readonly name = 'IndexListSorts1795000016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SORTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index exchange_of_requester_by_due, exchange_of_replier_by_due, exchange_by_due,
      exchange_of_requester_by_number, exchange_of_replier_by_number, exchange_by_number`);
  }
}

/**
 * The queues hold open work only, few rows of one unit each, and are sorted where they lie. What has no number yet
 * sorts as an empty one: a row comparison with null would lose it between two pages.
 */
const SORTS = `
  create index exchange_of_requester_by_due on exchange (requesting_unit_id, due_on, id);
  create index exchange_of_replier_by_due on exchange (replying_unit_id, due_on, id) where sent_at is not null;
  create index exchange_by_due on exchange (due_on, id);
  create index exchange_of_requester_by_number on exchange (requesting_unit_id, (coalesce(number, '')), id);
  create index exchange_of_replier_by_number on exchange (replying_unit_id, (coalesce(number, '')), id)
    where sent_at is not null;
  create index exchange_by_number on exchange ((coalesce(number, '')), id);
`;
