import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed receipts of acceptance, and the keys they are signed with. */
export class CreateReceipts1795000015000 implements MigrationInterface {
  readonly name = 'CreateReceipts1795000015000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [SIGNING_KEY, RECEIPT]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table exchange_receipt, signing_key');
  }
}

/** One key signs at a time; a retired one stays to prove what it signed. The secret half is sealed. */
const SIGNING_KEY = `
  create table signing_key (
    id         uuid primary key,
    public_x   text not null,
    sealed     text not null,
    created_at timestamptz not null,
    retired_at timestamptz
  );
  create unique index signing_key_in_use on signing_key ((true)) where retired_at is null;
  grant select, insert on signing_key to soc_app;
`;

/** Whoever sees the exchange sees its receipts: the policy of \`exchange\` decides in the sub-select. */
const RECEIPT = `
  create table exchange_receipt (
    id          uuid primary key,
    exchange_id uuid not null references exchange,
    message_id  uuid not null unique references exchange_message,
    receipt     jsonb not null,
    protected   text not null,
    signature   text not null,
    accepted_at timestamptz not null
  );
  create index exchange_receipt_of on exchange_receipt (exchange_id, accepted_at, id);
  grant select, insert on exchange_receipt to soc_app;
  alter table exchange_receipt enable row level security;
  create policy exchange_receipt_read on exchange_receipt for select to soc_app
    using (exists (select from exchange e where e.id = exchange_id));
  create policy exchange_receipt_give on exchange_receipt for insert to soc_app
    with check (exists (select from exchange e where e.id = exchange_id));
`;
