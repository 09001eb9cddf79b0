import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of what waits are read from the index alone. */
export class CoverTurns1795000019000 implements MigrationInterface {
  readonly name = 'CoverTurns1795000019000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(turns(COUNTRIES));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(turns(''));
  }
}

/**
 * The policy of `exchange` looks at both countries for those who look over one. Without them in the index every row
 * that is counted is fetched from the table, only to be asked for a country that decides nothing for an office. None
 * of the covered columns changes while a case is under way, so they cost no write.
 */
const COUNTRIES = ', requesting_country, replying_country';

const OPEN = `state in ('SENT', 'FORWARDED', 'ACCEPTED', 'REOPENED')`;
const BACK = `state in ('CLARIFICATION', 'ANSWERED', 'REFUSED')`;

const turns = (more: string): string => `
  drop index exchange_replier_turn, exchange_requester_waits, exchange_requester_turn, exchange_replier_waits;
  create index exchange_replier_turn on exchange (replying_unit_id, due_on, id) include (requesting_unit_id, sent_at${more}) where ${OPEN};
  create index exchange_requester_waits on exchange (requesting_unit_id, due_on, id) include (replying_unit_id, sent_at${more})
    where ${OPEN};
  create index exchange_requester_turn on exchange (requesting_unit_id, due_on, id) include (replying_unit_id, sent_at${more})
    where ${BACK};
  create index exchange_replier_waits on exchange (replying_unit_id, due_on, id) include (requesting_unit_id, sent_at${more}) where ${BACK};
`;
