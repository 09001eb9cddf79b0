import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their roles in units, how they prove who they are, their sessions, and partner systems. */
export class CreateAccess1795000003000 implements MigrationInterface {
  readonly name = 'CreateAccess1795000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCOUNTS);
    await runner.query(SECRETS);
    await runner.query(SESSIONS);
    await runner.query(CLIENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table api_client_token, api_client_assertion, api_client, sign_in_attempt,
      sign_in_session, recovery_code, second_factor, account_password, membership, account`);
  }
}

/**
 * An account is never deleted: facts name it for ever. It belongs to one country, and so do all units its person
 * can have a role in: the keys carry the country. A membership has a first and a last day; rights are read from it
 * at every request, so that a role taken away is gone at once.
 */
const ACCOUNTS = `
  create table account (
    id          uuid primary key,
    email       text not null unique check (email = lower(email) and length(email) between 3 and 254),
    given_name  text not null check (given_name <> ''),
    family_name text not null check (family_name <> ''),
    search_key  text not null,
    country     text not null references country,
    locale      text not null check (locale in ('ro', 'bg', 'en')),
    active      boolean not null default true,
    version     integer not null default 1,
    created_at  timestamptz not null default now(),
    unique (id, country)
  );
  create index account_search on account using gin (search_key gin_trgm_ops);
  create index account_name on account (search_key, id);

  create table membership (
    id         uuid primary key,
    account_id uuid not null,
    unit_id    uuid not null,
    country    text not null,
    role       text not null check (role in ('CASEWORKER', 'APPROVER', 'UNIT_COORDINATOR', 'NATIONAL_COORDINATOR',
                 'INSPECTOR', 'TRAINING_ORGANISER', 'AGREEMENT_OFFICER', 'AUDITOR', 'ADMINISTRATOR')),
    since      date not null,
    until      date check (until >= since),
    unique (account_id, unit_id, role, since),
    foreign key (account_id, country) references account (id, country),
    foreign key (unit_id, country) references unit (id, country)
  );
  create index membership_unit on membership (unit_id, role, account_id);
  grant select, insert, update on account to soc_app;
  grant select, insert, update, delete on membership to soc_app;
`;

/**
 * What proves who somebody is stands apart from who they are: no list of people ever reads it. The secret of the
 * second factor is sealed by a master key (AES-256-GCM); \`last_step\` makes every time code work once only.
 */
const SECRETS = `
  create table account_password (
    account_id  uuid primary key references account (id),
    hash        text not null,
    must_change boolean not null,
    changed_at  timestamptz not null
  );
  create table second_factor (
    account_id     uuid primary key references account (id),
    sealed_secret  text,
    last_step      bigint,
    confirmed_at   timestamptz,
    sealed_pending text,
    check ((sealed_secret is null) = (confirmed_at is null)),
    check (sealed_secret is not null or sealed_pending is not null)
  );
  create table recovery_code (
    account_id uuid not null references account (id),
    hash       bytea not null,
    primary key (account_id, hash)
  );
  grant select, insert, update, delete on account_password, second_factor, recovery_code to soc_app;
`;

/**
 * A session is known by the SHA-256 of the token in the cookie. Its stage is no column: it follows from what has
 * been proved and what the account's roles ask for today. Failed tries are counted under keyed hashes.
 */
const SESSIONS = `
  create table sign_in_session (
    id            uuid primary key,
    token_hash    bytea not null unique,
    account_id    uuid not null references account (id),
    unit_id       uuid not null references unit (id),
    second_factor boolean not null,
    created_at    timestamptz not null,
    last_seen_at  timestamptz not null,
    expires_at    timestamptz not null,
    user_agent    text,
    ip            text
  );
  create index sign_in_session_account on sign_in_session (account_id, last_seen_at desc);
  create index sign_in_session_end on sign_in_session (expires_at);

  create table sign_in_attempt (
    key          text primary key,
    failures     integer not null check (failures >= 0),
    last_at      timestamptz not null,
    locked_until timestamptz
  );
  create index sign_in_attempt_age on sign_in_attempt (last_at);
  grant select, insert, update, delete on sign_in_session, sign_in_attempt to soc_app;
`;

/** Partner systems: their public keys, the assertions already used, and the tokens given, by hash. */
const CLIENTS = `
  create table api_client (
    id         uuid primary key,
    name       text not null,
    unit_id    uuid not null references unit (id),
    types      text[] not null,
    jwks       jsonb not null check (jsonb_typeof(jwks -> 'keys') = 'array'),
    active     boolean not null default true,
    version    integer not null default 1,
    created_at timestamptz not null default now()
  );
  create table api_client_assertion (
    client_id  uuid not null references api_client (id),
    jti        text not null,
    expires_at timestamptz not null,
    primary key (client_id, jti)
  );
  create index api_client_assertion_end on api_client_assertion (expires_at);
  create table api_client_token (
    id         uuid primary key,
    token_hash bytea not null unique,
    client_id  uuid not null references api_client (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
  );
  create index api_client_token_end on api_client_token (expires_at);
  grant select on api_client to soc_app;
  grant select, insert, delete on api_client_assertion, api_client_token to soc_app;
`;
