import { Injectable } from '@nestjs/common';
import { Database, PreparedRead } from '../../platform/database';
import { activeMemberships, officeDay } from '../membership';
import type { ListedSession, SessionRow } from './session.row';
import { IDLE_MS, SEEN_EVERY_MS } from './session-times';

/** A session about to begin. */
export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly unitId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
  readonly ip: string;
}

const ALIVE = `s.last_seen_at > $2::timestamptz - make_interval(secs => ${IDLE_MS / 1000}) and s.expires_at > $2`;

/** A session with what the account is today; `$3` is the day. */
const SESSION = `select s.id, s.token_hash as "tokenHash", s.account_id as "accountId", s.unit_id as "unitId", s.second_factor as proved,
    s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
    a.email, a.locale, p.must_change as "mustChangePassword",
    exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as enrolled,
    ${activeMemberships('a.id', '$3')} as memberships
  from sign_in_session s
    join account a on a.id = s.account_id and a.active
    join account_password p on p.account_id = a.id`;

/** A live session and what its account is today. It only reads: a statement that might write costs twice as much. */
const FIND = {
  name: 'soc-session',
  text: `
  ${SESSION}
  where s.token_hash = $1 and ${ALIVE}`,
};

/** Notes that a session was seen, unless it was noted within the minute. */
const SEEN = {
  name: 'soc-session-seen',
  text: `
  update sign_in_session s set last_seen_at = $2
  where s.token_hash = $1 and ${ALIVE}
    and s.last_seen_at <= $2::timestamptz - make_interval(secs => ${SEEN_EVERY_MS / 1000})`,
};

/** Several at once, and none of them counts as seen: what waits for events is nobody's activity. */
const FIND_OPEN = `
  ${SESSION}
  where s.token_hash = any($1) and ${ALIVE}`;

/** The sessions people are signed in with. */
@Injectable()
export class SessionsRepository {
  constructor(
    private readonly database: Database,
    private readonly reads: PreparedRead,
  ) {}

  /**
   * The live session with this token, noted as seen at most once a minute. It is asked before anybody knows who is
   * asking, once per request: outside the ambient transaction, in one round trip.
   */
  async findByToken(tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
    const row = await this.reads.one<SessionRow>(FIND, [tokenHash, now, officeDay(now)]);
    const unseen = row !== null && now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY_MS;
    if (unseen) await this.reads.one(SEEN, [tokenHash, now]);
    return row;
  }

  /** The live sessions with these tokens, without noting that they were seen. */
  async findOpen(tokenHashes: readonly Buffer[], now: Date): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(FIND_OPEN, [tokenHashes, now, officeDay(now)]);
  }

  /** Begins a session. */
  async insert(session: NewSession): Promise<void> {
    await this.database.execute(
      `insert into sign_in_session (id, token_hash, account_id, unit_id, second_factor, created_at, last_seen_at,
         expires_at, user_agent, ip) values ($1, $2, $3, $4, false, $5, $5, $6, $7, $8)`,
      [
        session.id,
        session.tokenHash,
        session.accountId,
        session.unitId,
        session.createdAt,
        session.expiresAt,
        session.userAgent,
        session.ip,
      ],
    );
  }

  /** Gives a session a new token; the old one is worth nothing from now on. False when the session is gone. */
  async rotate(id: string, tokenHash: Buffer, secondFactor: boolean): Promise<boolean> {
    const touched = await this.database.execute(
      `update sign_in_session set token_hash = $2, second_factor = $3 where id = $1`,
      [id, tokenHash, secondFactor],
    );
    return touched === 1;
  }

  /** Chooses the unit a session acts for. */
  async setUnit(id: string, unitId: string): Promise<void> {
    await this.database.execute(`update sign_in_session set unit_id = $2 where id = $1`, [id, unitId]);
  }

  /** The live sessions of an account, the last used first. */
  async listOf(accountId: string, now: Date): Promise<ListedSession[]> {
    return this.database.query<ListedSession>(
      `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.user_agent as "userAgent"
       from sign_in_session s where s.account_id = $1 and ${ALIVE} order by s.last_seen_at desc, s.id`,
      [accountId, now],
    );
  }

  /** Ends one session of an account; false when there is none. */
  async end(id: string, accountId: string): Promise<boolean> {
    const ended = await this.database.execute(
      `delete from sign_in_session where id = $1 and account_id = $2`,
      [id, accountId],
    );
    return ended === 1;
  }

  /** Ends the session with this token, whosever it is. */
  async endByToken(tokenHash: Buffer): Promise<void> {
    await this.database.execute(`delete from sign_in_session where token_hash = $1`, [tokenHash]);
  }

  /** Ends every session of an account but one; returns how many. */
  async endOthers(accountId: string, exceptId: string | null): Promise<number> {
    return this.database.execute(
      `delete from sign_in_session where account_id = $1 and id is distinct from $2::uuid`,
      [accountId, exceptId],
    );
  }

  /** Forgets sessions that have ended by themselves; returns how many. */
  async forgetEnded(now: Date): Promise<number> {
    return this.database.execute(
      `delete from sign_in_session
       where expires_at <= $1 or last_seen_at <= $1::timestamptz - make_interval(secs => ${IDLE_MS / 1000})`,
      [now],
    );
  }
}
