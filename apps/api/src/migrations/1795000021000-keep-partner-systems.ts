import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrators keep the register of partner systems, and people are told what was done to their sign-in. */
export class KeepPartnerSystems1795000021000 implements MigrationInterface {
  readonly name = 'KeepPartnerSystems1795000021000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [REGISTER, ACCOUNT_NOTICE]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table account_notice;
      revoke insert, update on api_client from soc_app;
      alter table api_client drop constraint api_client_name`);
  }
}

/** A system is never deleted: events name it. What it may see follows from its unit, which stays as it is. */
const REGISTER = `
  alter table api_client add constraint api_client_name check (length(name) between 1 and 200);
  grant insert, update (name, types, jwks, active, version) on api_client to soc_app;
`;

/**
 * What somebody else did to a person's sign-in. Written by an administrator of the same country, read and marked as
 * seen by the person alone.
 */
const ACCOUNT_NOTICE = `
  create table account_notice (
    id            uuid primary key,
    account_id    uuid not null references account,
    kind          text not null check (kind in ('SECOND_FACTOR_TAKEN_OFF')),
    reason        text not null,
    by_account_id uuid not null references account,
    at            timestamptz not null,
    seen_at       timestamptz
  );
  create index account_notice_unseen on account_notice (account_id, at desc, id desc) where seen_at is null;
  grant select, insert, update (seen_at) on account_notice to soc_app;
  alter table account_notice enable row level security;
  create policy account_notice_tell on account_notice for insert to soc_app
    with check (by_account_id::text = (select soc_actor()) and by_account_id <> account_id);
  create policy account_notice_read on account_notice for select to soc_app
    using (account_id::text = (select soc_actor()));
  create policy account_notice_see on account_notice for update to soc_app
    using (account_id::text = (select soc_actor())) with check (account_id::text = (select soc_actor()));
`;
