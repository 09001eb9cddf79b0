import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The app role, the audit events, idempotency keys and the outbox: what every act writes. */
export class CreatePlatform1795000001000 implements MigrationInterface {
  readonly name = 'CreatePlatform1795000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLE);
    await runner.query(AUDIT);
    await runner.query(IDEMPOTENCY);
    await runner.query(OUTBOX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox, idempotency_key, audit_event');
  }
}

/** The app role may be created beforehand with a login and a password; then it is left as it is. */
const ROLE = `
  create extension if not exists pg_trgm;
  create extension if not exists btree_gin;
  do $$ begin
    if not exists (select from pg_roles where rolname = 'soc_app') then
      create role soc_app nologin noinherit;
    end if;
    if not pg_has_role(current_user, 'soc_app', 'set') then
      execute format('grant soc_app to %I', current_user);
    end if;
  end $$;
  revoke create on schema public from public;
  grant usage on schema public to soc_app;
`;

/**
 * \`body\` is the canonical JSON (RFC 8785) of the event, the text a later seal hashes; it holds ids and codes,
 * never personal data. \`personal\` stays outside of it so that erasure cannot break a chain. The other columns
 * repeat parts of the body for searching. \`sequence\` is given by the sequencer that seals.
 */
const AUDIT = `
  create table audit_event (
    id            uuid primary key,
    at            timestamptz not null,
    action        text not null,
    outcome       text not null check (outcome in ('ALLOWED', 'REFUSED')),
    reason        text,
    actor_kind    text not null,
    actor_id      text,
    unit_id       uuid,
    resource_type text,
    resource_id   text,
    request_id    text,
    body          text not null,
    personal      jsonb,
    sequence      bigint unique,
    check (outcome = 'ALLOWED' or reason is not null)
  );
  create index audit_event_at on audit_event (at desc, id desc);
  create index audit_event_resource on audit_event (resource_type, resource_id, at desc, id desc);
  create index audit_event_actor on audit_event (actor_id, at desc, id desc);
  grant select, insert on audit_event to soc_app;
`;

const IDEMPOTENCY = `
  create table idempotency_key (
    owner      text not null,
    key        text not null,
    action     text not null,
    input_hash text not null,
    outcome    jsonb,
    created_at timestamptz not null default now(),
    primary key (owner, key)
  );
  create index idempotency_key_age on idempotency_key (created_at);
  grant select, insert, update, delete on idempotency_key to soc_app;
`;

const OUTBOX = `
  create table outbox (
    id           uuid primary key,
    topic        text not null,
    key          text not null,
    payload      jsonb not null,
    created_at   timestamptz not null default now(),
    delivered_at timestamptz
  );
  create index outbox_waiting on outbox (created_at, id) where delivered_at is null;
  grant select, insert, update, delete on outbox to soc_app;
`;
