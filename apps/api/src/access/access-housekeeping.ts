import { Injectable } from '@nestjs/common';
import { AttemptsRepository } from './attempts/attempts.repository';
import { ACCOUNT_TERMS } from './attempts/lock.rules';
import { ApiClientsRepository } from './clients/api-clients.repository';
import { SessionsRepository } from './sessions/sessions.repository';

/** Forgets what has no meaning any more: ended sessions, old tries, used assertions, expired tokens. */
@Injectable()
export class AccessHousekeeping {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly attempts: AttemptsRepository,
    private readonly clients: ApiClientsRepository,
  ) {}

  /** In the ambient transaction. */
  async run(now: Date): Promise<void> {
    await this.sessions.forgetEnded(now);
    await this.attempts.forgetBefore(new Date(now.getTime() - ACCOUNT_TERMS.forgetAfterSeconds * 1000));
    await this.clients.forgetExpired(now);
  }
}
