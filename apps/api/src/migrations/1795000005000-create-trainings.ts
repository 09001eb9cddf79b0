import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Courses, their sessions, who is enrolled, and the certificates people hold. */
export class CreateTrainings1795000005000 implements MigrationInterface {
  readonly name = 'CreateTrainings1795000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSION);
    await runner.query(ENROLMENT);
    await runner.query(CERTIFICATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table certificate, enrolment, training_session, course');
  }
}

/**
 * \`enrolled\` counts the seats taken and may never pass \`seats\`: whatever the code does, the database refuses
 * the person too many.
 */
const SESSION = `
  create table course (
    id                 uuid primary key,
    code               text not null unique,
    subject            text not null,
    audience           text not null,
    title_ro           text not null,
    title_bg           text not null,
    title_en           text not null,
    hours              integer not null check (hours > 0),
    certificate        text check (certificate in ('BEN', 'INSP', 'SENS', 'REC')),
    certificate_months integer check (certificate_months > 0),
    source             text not null,
    check ((certificate is null) = (certificate_months is null))
  );
  create table training_session (
    id        uuid primary key,
    code      text not null unique,
    course_id uuid not null references course,
    unit_id   uuid not null references unit,
    title_ro  text not null,
    title_bg  text not null,
    title_en  text not null,
    starts_on date not null,
    ends_on   date not null,
    place     text not null,
    languages text[] not null check (cardinality(languages) > 0 and languages <@ array['ro', 'bg', 'en']),
    seats     integer not null check (seats > 0),
    enrolled  integer not null default 0,
    check (ends_on >= starts_on),
    check (enrolled between 0 and seats)
  );
  create index training_session_calendar on training_session (starts_on, id);
  create index training_session_course on training_session (course_id);
  create index training_session_unit on training_session (unit_id);
  grant select on course to soc_app;
  grant select on training_session to soc_app;
  grant update (enrolled) on training_session to soc_app;
`;

/** Cancelled enrolments stay; a person has at most one that holds in a session. */
const ENROLMENT = `
  create table enrolment (
    id           uuid primary key,
    session_id   uuid not null references training_session,
    account_id   uuid not null references account,
    unit_id      uuid not null references unit,
    status       text not null default 'ENROLLED' check (status in ('ENROLLED', 'CANCELLED')),
    enrolled_at  timestamptz not null,
    cancelled_at timestamptz,
    check ((status = 'CANCELLED') = (cancelled_at is not null))
  );
  create unique index enrolment_active on enrolment (session_id, account_id) where status = 'ENROLLED';
  create index enrolment_account on enrolment (account_id, session_id);
  grant select, insert on enrolment to soc_app;
  grant update (status, cancelled_at) on enrolment to soc_app;
`;

/** Whether a certificate is valid today is computed from these dates and the clock. */
const CERTIFICATE = `
  create table certificate (
    id         uuid primary key,
    number     text not null unique,
    kind       text not null check (kind in ('BEN', 'INSP', 'SENS', 'REC')),
    account_id uuid not null references account,
    course_id  uuid references course,
    session_id uuid references training_session,
    issued_on  date not null,
    expires_on date not null,
    revoked_on date,
    check (expires_on >= issued_on),
    check (revoked_on >= issued_on)
  );
  create index certificate_account on certificate (account_id, kind, expires_on desc);
  grant select on certificate to soc_app;
`;
