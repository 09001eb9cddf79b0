import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second pair of eyes on corrections, on the files of what is approved, and cases asked anew about another person. */
export class ApproveCorrections1795000020000 implements MigrationInterface {
  readonly name = 'ApproveCorrections1795000020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [STAGES, SUBMITTED, ASKED_ANEW]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BACK);
  }
}

/**
 * Beside the stages of request and answer: a side may have its correction with a second officer whatever else is going
 * on. There is no stage APPROVED, for what is approved leaves at once. The indexes hold the few cases whose correction
 * somebody has to look at, with all that row-level security asks.
 */
const STAGES = `
  alter table exchange
    add column request_correction_approval text check (request_correction_approval in ('PENDING', 'SENT_BACK')),
    add column answer_correction_approval text check (answer_correction_approval in ('PENDING', 'SENT_BACK'));
  create index exchange_request_correction on exchange (requesting_unit_id, due_on, id)
    include (replying_unit_id, sent_at, requesting_country, replying_country)
    where request_correction_approval is not null;
  create index exchange_answer_correction on exchange (replying_unit_id, due_on, id)
    include (requesting_unit_id, sent_at, requesting_country, replying_country)
    where answer_correction_approval is not null;
`;

/** The hash of what was submitted, files included; a draft submitted before has none and is judged as it was then. */
const SUBMITTED = `
  alter table exchange_draft add column submitted_sha256 text;
`;

/** Which case a new one was asked instead of; only the unit that asks is shown it. */
const ASKED_ANEW = `
  alter table exchange add column instead_of_id uuid references exchange;
  create unique index exchange_instead_of on exchange (instead_of_id) where instead_of_id is not null;
`;

const BACK = `
  alter table exchange drop column request_correction_approval, drop column answer_correction_approval,
    drop column instead_of_id;
  alter table exchange_draft drop column submitted_sha256;
`;
