import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements with their parties, versions, clauses and the terms every exchange is checked against. */
export class CreateAgreements1795000004000 implements MigrationInterface {
  readonly name = 'CreateAgreements1795000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CODE_LISTS);
    await runner.query(AGREEMENT);
    await runner.query(TERM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table agreement_term_unit, agreement_term, agreement_clause, agreement_version,
      agreement_party, agreement, exchange_purpose, data_category, legal_basis`);
  }
}

const CODE_LISTS = `
  create table legal_basis (
    code    text primary key,
    name_ro text not null,
    name_bg text not null,
    name_en text not null,
    source  text not null
  );
  create table data_category (
    code    text primary key,
    name_ro text not null,
    name_bg text not null,
    name_en text not null,
    special boolean not null
  );
  create table exchange_purpose (
    code    text primary key,
    name_ro text not null,
    name_bg text not null,
    name_en text not null
  );
  grant select on legal_basis, data_category, exchange_purpose to soc_app;
`;

/**
 * Two versions of one agreement never hold on the same day: the exclusion constraint says so even to a script
 * that knows no service. Both bounds are days the version still holds on.
 */
const AGREEMENT = `
  create extension if not exists btree_gist;
  create table agreement (
    id           uuid primary key,
    code         text not null unique,
    title_ro     text not null,
    title_bg     text not null,
    title_en     text not null,
    signed_on    date,
    signed_month text check (signed_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    status       text not null check (status in
      ('DRAFT', 'NEGOTIATION', 'APPROVED', 'SIGNED', 'IN_FORCE', 'SUSPENDED', 'AMENDED', 'EXPIRED', 'TERMINATED'))
  );
  create table agreement_party (
    agreement_id uuid not null references agreement,
    unit_id      uuid not null references unit,
    ordinal      integer not null,
    role         text not null check (role in ('SENDER_RECEIVER', 'OBSERVER')),
    role_name_ro text not null,
    role_name_bg text not null,
    role_name_en text not null,
    primary key (agreement_id, unit_id)
  );
  create index agreement_party_unit on agreement_party (unit_id);
  create table agreement_version (
    id            uuid primary key,
    agreement_id  uuid not null references agreement,
    no            integer not null check (no > 0),
    valid_from    date not null,
    valid_to      date,
    reconstructed boolean not null,
    source        text not null,
    unique (agreement_id, no),
    check (valid_to >= valid_from),
    exclude using gist (agreement_id with =, daterange(valid_from, valid_to, '[]') with &&)
  );
  create table agreement_clause (
    version_id uuid not null references agreement_version,
    ordinal    integer not null,
    no         text not null,
    title_ro   text not null,
    title_bg   text not null,
    title_en   text not null,
    text_ro    text,
    text_bg    text,
    text_en    text,
    primary key (version_id, no),
    unique (version_id, ordinal),
    check (num_nulls(text_ro, text_bg, text_en) in (0, 3))
  );
  grant select on agreement, agreement_party, agreement_version, agreement_clause to soc_app;
`;

/** One term per exchange type and version; \`all_units\` false restricts it to the units listed and those below. */
const TERM = `
  create table agreement_term (
    id                     uuid primary key,
    version_id             uuid not null,
    type_code              text not null check (type_code ~ '^[A-Z0-9]{2,10}$'),
    clause_no              text not null,
    all_units              boolean not null,
    accept_working_days    integer not null check (accept_working_days > 0),
    answer_working_days    integer not null check (answer_working_days > 0),
    urgent_working_days    integer not null check (urgent_working_days > 0),
    immediate_working_days integer not null check (immediate_working_days > 0),
    block_after_months     integer not null check (block_after_months > 0),
    delete_after_months    integer not null check (delete_after_months > block_after_months),
    certificates           text[] not null check (certificates <@ array['BEN', 'INSP', 'SENS', 'REC']),
    legal_bases            text[] not null check (cardinality(legal_bases) > 0),
    purposes               text[] not null check (cardinality(purposes) > 0),
    data_categories        text[] not null,
    unique (version_id, type_code),
    foreign key (version_id, clause_no) references agreement_clause (version_id, no)
  );
  create table agreement_term_unit (
    term_id uuid not null references agreement_term,
    unit_id uuid not null references unit,
    primary key (term_id, unit_id)
  );
  grant select on agreement_term, agreement_term_unit to soc_app;
`;
