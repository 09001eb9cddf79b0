import { Injectable } from '@nestjs/common';
import { Database, newId } from '../platform/database';
import type { SessionFacts } from './session.rules';

/** Writes enrolments. Seats are counted on the session's row, which is locked while one is taken or given back. */
@Injectable()
export class EnrolmentsRepository {
  constructor(private readonly database: Database) {}

  /** Reads a session and keeps everybody else from changing its seats until the transaction ends. */
  async lockSession(id: string): Promise<SessionFacts | null> {
    return this.database.one<SessionFacts>(
      `select starts_on::text as "startsOn", seats, enrolled from training_session
       where id = $1 for no key update`,
      [id],
    );
  }

  /** Enrols a person; false when the person is enrolled already. */
  async insert(sessionId: string, person: { accountId: string; unitId: string }, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `insert into enrolment (id, session_id, account_id, unit_id, enrolled_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id, account_id) where status = 'ENROLLED' do nothing returning id`,
      [newId(at.getTime()), sessionId, person.accountId, person.unitId, at],
    );
    return rows.length === 1;
  }

  /** Cancels a person's enrolment; false when there is none that holds. */
  async cancel(sessionId: string, accountId: string, at: Date): Promise<boolean> {
    const affected = await this.database.execute(
      `update enrolment set status = 'CANCELLED', cancelled_at = $3
       where session_id = $1 and account_id = $2 and status = 'ENROLLED'`,
      [sessionId, accountId, at],
    );
    return affected === 1;
  }

  /** Moves the number of seats taken by one, up or down. */
  async countSeats(sessionId: string, change: 1 | -1): Promise<void> {
    await this.database.execute('update training_session set enrolled = enrolled + $2 where id = $1', [
      sessionId,
      change,
    ]);
  }
}
