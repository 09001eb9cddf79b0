import type { Role } from '@soc-coop/contracts';
import { type Database, newId } from '../platform/database';
import type { DemoAccount, DemoCertificate, DemoSession } from './demonstration';

const SET = 'demonstration';
const FOUR_EYES = 'demonstration four eyes';

/** Writes the invented people and sessions. */
export class DemonstrationRepository {
  constructor(private readonly database: Database) {}

  /** Keeps two processes that start at once from loading the same data. */
  async lock(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtext('soc-coop seed'))`);
  }

  /** Marks an empty database as one for demonstration; false when people work in it that are not invented. */
  async claim(at: Date): Promise<boolean> {
    const mark = await this.database.one('select name from data_set where name = $1', [SET]);
    if (mark !== null) return true;
    if ((await this.database.one('select id from account limit 1')) !== null) return false;
    await this.database.execute('insert into data_set (name, loaded_at) values ($1, $2)', [SET, at]);
    return true;
  }

  /** Lets units ask for a second officer, once: an administrator may think otherwise later. Gives how many do now. */
  async askFourEyes(units: readonly string[], at: Date): Promise<number> {
    const first = await this.database.execute(
      'insert into data_set (name, loaded_at) values ($1, $2) on conflict do nothing',
      [FOUR_EYES, at],
    );
    if (first !== 1) return 0;
    return this.database.execute('update unit set four_eyes = true where code = any($1)', [units]);
  }

  /** The addresses that have an account already. */
  async takenEmails(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ id: string; email: string }>('select id, email from account');
    return new Map(rows.map(({ id, email }) => [email, id]));
  }

  /** Adds an invented person with password, roles and, where one is given, a confirmed second factor. */
  async addAccount(account: DemoAccount, at: Date): Promise<void> {
    const { id, country } = account;
    await this.database.execute(
      `insert into account (id, email, given_name, family_name, search_key, country, locale)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, account.email, account.givenName, account.familyName, account.searchKey, country, account.locale],
    );
    await this.database.execute(
      `insert into account_password (account_id, hash, must_change, changed_at) values ($1, $2, false, $3)`,
      [id, account.passwordHash, at],
    );
    if (account.sealedSecret !== null)
      await this.database.execute(
        `insert into second_factor (account_id, sealed_secret, confirmed_at) values ($1, $2, $3)`,
        [id, account.sealedSecret, at],
      );
    for (const { unit, role } of account.memberships) await this.addMembership(account, unit, role);
  }

  /** Gives an invented person a certificate of the course that grants its kind. */
  async addCertificate(accountId: string, certificate: DemoCertificate): Promise<void> {
    await this.database.execute(
      `insert into certificate (id, number, kind, account_id, course_id, issued_on, expires_on)
       select $1, $2, $3, $4, course.id, $5, $6 from course
       where course.certificate = $3 and course.audience = 'DB' order by course.code limit 1`,
      [newId(), certificate.number, certificate.kind, accountId, certificate.issuedOn, certificate.expiresOn],
    );
  }

  /** True when a session of the series still lies ahead. */
  async hasUpcoming(series: string, today: string): Promise<boolean> {
    const row = await this.database.one(
      `select id from training_session where code like $1 and starts_on > $2 limit 1`,
      [`${series}-%`, today],
    );
    return row !== null;
  }

  /** Adds a session with the people who are enrolled in it. */
  async addSession(session: DemoSession, accountIds: readonly string[], at: Date): Promise<void> {
    const { id, title } = session;
    await this.database.execute(
      `insert into training_session (id, code, course_id, unit_id, title_ro, title_bg, title_en, starts_on, ends_on,
         place, languages, seats, enrolled)
       select $1, $2, course.id, unit.id, $5, $6, $7, $8, $9, $10, $11, $12, $13
       from course, unit where course.code = $3 and unit.code = $4`,
      [
        id,
        session.code,
        session.course,
        session.unit,
        title.ro,
        title.bg,
        title.en,
        session.startsOn,
        session.endsOn,
        session.place,
        session.languages,
        session.seats,
        accountIds.length,
      ],
    );
    for (const accountId of accountIds)
      await this.database.execute(
        `insert into enrolment (id, session_id, account_id, unit_id, enrolled_at)
         select $1, $2, $3, unit_id, $4 from membership where account_id = $3 order by since, id limit 1`,
        [newId(), id, accountId, at],
      );
  }

  private async addMembership(account: DemoAccount, unitCode: string, role: Role): Promise<void> {
    await this.database.execute(
      `insert into membership (id, account_id, unit_id, country, role, since)
       select $1, $2, unit.id, $3, $4, $5 from unit where unit.code = $6 and unit.country = $3`,
      [newId(), account.id, account.country, role, account.since, unitCode],
    );
  }
}
