import { Injectable } from '@nestjs/common';
import { currentRequest } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { currentSession, rememberSession } from './current-session';
import { SessionCookie } from './session-cookie';
import { SessionReader } from './session-reader';
import type { Session } from './session.row';

/** Carries a change of the session into the request being served: its cookie, and who is asking. */
@Injectable()
export class SessionChange {
  constructor(
    private readonly reader: SessionReader,
    private readonly cookie: SessionCookie,
  ) {}

  /** Gives the browser the session's new token; null leaves it as it is. */
  giveToken(token: string | null): void {
    const found = currentSession();
    if (found !== null && token !== null) this.cookie.give(found.reply, token);
  }

  /**
   * The session as it is after the change; the rest of the request acts by it.
   * @throws DomainError access.sessionExpired
   */
  async adopt(session: Session): Promise<Session> {
    const changed = await this.reader.again(session);
    const [found, request] = [currentSession(), currentRequest()];
    if (changed === null) throw new DomainError('access.sessionExpired');
    if (found !== null) rememberSession({ ...found, session: changed });
    if (request !== undefined && changed.stage === 'full') request.actor = changed.actor;
    return changed;
  }
}
