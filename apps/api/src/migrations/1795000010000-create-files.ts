import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of exchanges: uploads under way, stored contents, and the files of drafts and messages. */
export class CreateFiles1795000010000 implements MigrationInterface {
  readonly name = 'CreateFiles1795000010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of [UPLOAD, CONTENT, FILE, REACH]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table exchange_file, exchange_file_content, exchange_upload_part, exchange_upload',
    );
  }
}

/**
 * An upload under way: its bytes lie in parts, each sealed and written before its row is. \`received\` counts only
 * parts whose row is committed, so that it is the truth to resume from after any crash. \`file_id\` is set once the
 * bytes have become a file; the row then only answers late questions until it expires.
 */
const UPLOAD = `
  create table exchange_upload (
    id          uuid primary key,
    exchange_id uuid not null references exchange,
    part        text not null,
    unit_id     uuid not null references unit,
    account_id  uuid not null references account,
    sealed_name text not null,
    wrapped_key text not null,
    length      integer not null check (length > 0),
    received    integer not null default 0 check (received between 0 and length),
    file_id     uuid,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
  );
  create index exchange_upload_of on exchange_upload (exchange_id, part);
  create index exchange_upload_expiry on exchange_upload (expires_at);
  create table exchange_upload_part (
    upload_id uuid not null references exchange_upload on delete cascade,
    at        integer not null,
    length    integer not null check (length > 0),
    store_key text not null,
    primary key (upload_id, at)
  );
  grant select, insert, update (received, file_id), delete on exchange_upload to soc_app;
  grant select, insert, delete on exchange_upload_part to soc_app;
`;

/**
 * A content, stored once per exchange: \`address\` is a keyed hash over exchange and bytes, so that equal contents of
 * one exchange meet and those of two cannot be told equal. The bytes are sealed with a key of this content's own,
 * which the master key wraps; the object's name in the store is made of the id.
 */
const CONTENT = `
  create table exchange_file_content (
    id          uuid primary key,
    exchange_id uuid not null references exchange,
    address     text not null,
    size        integer not null check (size > 0),
    wrapped_key text not null,
    scan        text not null default 'PENDING' check (scan in ('PENDING', 'CLEAN', 'INFECTED')),
    scanned_at  timestamptz,
    scanner     text,
    stored_at   timestamptz not null,
    unique (exchange_id, address),
    check ((scan = 'PENDING') = (scanned_at is null))
  );
  create index exchange_file_content_waiting on exchange_file_content (stored_at) where scan = 'PENDING';
  grant select, insert, update (scan, scanned_at, scanner), delete on exchange_file_content to soc_app;
`;

/**
 * A file of a draft, or of a message once \`message_id\` is set: from then on the app role can neither change nor
 * delete it. The name is sealed, it may name a person; the plain hash stands beside it, for an unkeyed hash in the
 * clear would tell whoever reads the table which contents of two exchanges are equal.
 */
const FILE = `
  create table exchange_file (
    id          uuid primary key,
    exchange_id uuid not null references exchange,
    part        text not null,
    unit_id     uuid not null references unit,
    message_id  uuid references exchange_message,
    content_id  uuid not null references exchange_file_content,
    sealed      text not null,
    media_type  text not null,
    size        integer not null check (size > 0),
    added_at    timestamptz not null,
    added_by    uuid not null references account
  );
  create index exchange_file_of on exchange_file (exchange_id, id);
  create index exchange_file_content_of on exchange_file (content_id);
  create index exchange_file_message on exchange_file (message_id) where message_id is not null;
  grant select, insert, update (message_id), delete on exchange_file to soc_app;
`;

const REACH = `
  alter table exchange_upload enable row level security;
  create policy exchange_upload_reach on exchange_upload to soc_app
    using (unit_id = (select soc_unit()) or (select soc_scope()) = 'all')
    with check (unit_id = (select soc_unit()) or (select soc_scope()) = 'all');
  alter table exchange_upload_part enable row level security;
  create policy exchange_upload_part_reach on exchange_upload_part to soc_app
    using (exists (select from exchange_upload u where u.id = upload_id))
    with check (exists (select from exchange_upload u where u.id = upload_id));

  alter table exchange_file_content enable row level security;
  create policy exchange_file_content_reach on exchange_file_content to soc_app
    using (exists (select from exchange e where e.id = exchange_id))
    with check (exists (select from exchange e where e.id = exchange_id));

  alter table exchange_file enable row level security;
  create policy exchange_file_read on exchange_file for select to soc_app using (
    unit_id = (select soc_unit()) or (select soc_scope()) = 'all'
    or (message_id is not null and exists (select from exchange e where e.id = exchange_id))
  );
  create policy exchange_file_add on exchange_file for insert to soc_app with check (
    message_id is null and (unit_id = (select soc_unit()) or (select soc_scope()) = 'all')
  );
  create policy exchange_file_send on exchange_file for update to soc_app
    using (message_id is null and (unit_id = (select soc_unit()) or (select soc_scope()) = 'all'))
    with check (message_id is not null);
  create policy exchange_file_drop on exchange_file for delete to soc_app
    using (message_id is null and (unit_id = (select soc_unit()) or (select soc_scope()) = 'all'));
`;
