import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What moves write leaves in one statement; rows that moves change find room beside themselves. */
export class EaseMoves1795000024000 implements MigrationInterface {
  readonly name = 'EaseMoves1795000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STALE);
    await runner.query(ROOM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function soc_stale()');
    await runner.query(
      'alter table exchange reset (fillfactor); alter table idempotency_key reset (fillfactor)',
    );
  }
}

/** Called by a statement whose guarded update found no row in the version it was told: nothing of it may stand. */
const STALE = `
  create function soc_stale() returns boolean language plpgsql as $$ begin
    raise exception 'the row has another version by now' using errcode = 'SC001';
  end $$;
  revoke all on function soc_stale() from public;
  grant execute on function soc_stale() to soc_app;
`;

/**
 * Most moves change nothing that one of the many indexes on \`exchange\` holds, beside the version. Where the page has
 * room for the new row, no index is touched (heap-only update); a page that was filled to its end has none. A key is
 * completed by the act that claimed it, so each is updated once.
 */
const ROOM = `
  alter table exchange set (fillfactor = 85);
  alter table idempotency_key set (fillfactor = 85);
`;
