import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { sessionAt } from './session.facts';
import type { Session } from './session.row';
import { hashToken, isToken } from './session-token';
import { SessionsRepository } from './sessions.repository';

/** Reads a session from its token, as of now. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  /** The live session with this token, or null. */
  async find(token: string): Promise<Session | null> {
    return isToken(token) ? this.findByHash(hashToken(token)) : null;
  }

  /** The same session read again; null when it is over. */
  async again({ tokenHash }: Session): Promise<Session | null> {
    return this.findByHash(tokenHash);
  }

  private async findByHash(tokenHash: Buffer): Promise<Session | null> {
    const now = this.clock.now();
    const row = await this.sessions.findByToken(tokenHash, now);
    return row && sessionAt(row, now);
  }
}
