import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes looks cheap: names that are known to hold, and events that are quickly written (docs/adr/0031). */
export class QuickenLooks1795000023000 implements MigrationInterface {
  readonly name = 'QuickenLooks1795000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EPOCH);
    await runner.query(SUBJECT);
    await runner.query(AUDIT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_event reset (toast_tuple_target);
      drop index audit_event_sequence, audit_event_resource;
      alter table audit_event add constraint audit_event_sequence_key unique (sequence);
      create index audit_event_resource on audit_event (resource_type, resource_id, at desc, id desc);
      drop trigger subject_changes_case on subject;
      drop function soc_subject_changes_case();
      ${TABLES.map((table) => `drop trigger ${table}_changes_directory on ${table};`).join('\n')}
      drop function soc_directory_changed();
      drop table directory_epoch;`);
  }
}

const TABLES = ['unit', 'unit_kind', 'account', 'membership'] as const;

/**
 * Raised in the transaction of every change, so that nobody sees new names under the old number or old names under
 * the new one. A sequence would not do: it counts on before the change is committed.
 */
const EPOCH = `
  create table directory_epoch (
    only_one boolean primary key default true check (only_one),
    epoch    bigint not null default 1
  );
  insert into directory_epoch default values;
  grant select on directory_epoch to soc_app;
  create function soc_directory_changed() returns trigger language plpgsql security definer
    set search_path = public as $$ begin
    update directory_epoch set epoch = epoch + 1;
    return null;
  end $$;
  revoke all on function soc_directory_changed() from public;
  ${TABLES.map(
    (table) => `create trigger ${table}_changes_directory
    after insert or update or delete or truncate on ${table} execute function soc_directory_changed();`,
  ).join('\n  ')}
`;

/**
 * What lists show of a person is known by the row of its case. A person is added in the transaction that sends the
 * case, which writes that row; whoever changes or takes out a person later writes it too, without a new version.
 */
const SUBJECT = `
  create function soc_subject_changes_case() returns trigger language plpgsql security definer
    set search_path = public as $$ begin
    update exchange set version = version where id = coalesce(new.exchange_id, old.exchange_id);
    return null;
  end $$;
  revoke all on function soc_subject_changes_case() from public;
  create trigger subject_changes_case
    after delete or update of exchange_id, family_name, given_name, family_name_latin, given_name_latin on subject
    for each row execute function soc_subject_changes_case();
`;

/**
 * Every look at persons writes an event, so an event must be cheap. The one of a list names fifty cases and is just
 * long enough to be compressed and moved out of its row, which cost more than the rest of the look's ending; it stays
 * in its row. Events without a number or a thing they are about are in no index of numbers or things.
 */
const AUDIT = `
  alter table audit_event set (toast_tuple_target = 8160);
  alter table audit_event drop constraint audit_event_sequence_key;
  create unique index audit_event_sequence on audit_event (sequence) where sequence is not null;
  drop index audit_event_resource;
  create index audit_event_resource on audit_event (resource_type, resource_id, at desc, id desc)
    where resource_type is not null;
`;
