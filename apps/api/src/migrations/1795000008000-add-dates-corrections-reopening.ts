import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposed days, corrections and reopening: what the moves carry, and what the queues ask of them. */
export class AddDatesCorrectionsReopening1795000008000 implements MigrationInterface {
  readonly name = 'AddDatesCorrectionsReopening1795000008000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [MOVE_DATE, DECISION, CORRECTION_DRAFTS]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from exchange_draft where part in ('REQUEST_CORRECTION', 'ANSWER_CORRECTION');
       alter table exchange_draft drop constraint exchange_draft_part_check,
         add constraint exchange_draft_part_check check (part in ('REQUEST', 'ANSWER'));
       alter table exchange drop column decision_by;
       alter table exchange_move drop column date`,
    );
  }
}

/** Only two moves name a day, and they always do. Rows of the past name none, so the check holds for them. */
const MOVE_DATE = `
  alter table exchange_move add column date date,
    add constraint exchange_move_date_check check ((move in ('PROPOSE_DATE', 'AGREE_DATE')) = (date is not null));
`;

/**
 * Whose yes or no is awaited, repeated from the moves for the queues. The check keeps every exchange in one branch of a
 * queue: in these states a decision never falls together with the turn of the same side.
 */
const DECISION = `
  alter table exchange add column decision_by text,
    add constraint exchange_decision_by_check check (decision_by is null
      or (decision_by = 'REQUESTER' and state in ('ACCEPTED', 'REOPENED', 'CLOSED'))
      or (decision_by = 'REPLIER' and state = 'CLOSED'));
  create index exchange_requester_decides on exchange (requesting_unit_id, decision_by, due_on, id)
    include (replying_unit_id, sent_at) where decision_by is not null;
  create index exchange_replier_decides on exchange (replying_unit_id, decision_by, due_on, id)
    include (requesting_unit_id, sent_at) where decision_by is not null;
`;

/** A correction is written beside what is being written anew: after reopening a replier may have both. */
const CORRECTION_DRAFTS = `
  alter table exchange_draft drop constraint exchange_draft_part_check,
    add constraint exchange_draft_part_check
      check (part in ('REQUEST', 'ANSWER', 'REQUEST_CORRECTION', 'ANSWER_CORRECTION'));
`;
