import { Injectable } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { currentRequest } from '../../platform/context';
import { SecretBox } from '../../platform/crypto';
import { DomainError } from '../../platform/errors';
import { Attempts } from '../attempts/attempts.service';
import { officeDay } from '../membership';
import type { Session } from '../sessions/session.row';
import { hashToken, newSessionToken } from '../sessions/session-token';
import { SessionsRepository } from '../sessions/sessions.repository';
import { CredentialsRepository } from './credentials.repository';
import { PasswordHasher } from './password-hasher';
import { normalPassword, PASSWORD_LENGTH, passwordProblem } from './password-policy';

/** What was found out before the change: all of it outside of any transaction. */
interface Verdict {
  readonly refusal: DomainError | null;
  readonly hash: string;
}

/** Lets people choose a new password, proved by the present one. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly acts: Acts,
    private readonly hasher: PasswordHasher,
    private readonly attempts: Attempts,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the password, signs the person out everywhere else and gives this session's new token; null when the
   * same request was answered before.
   * @throws DomainError access.passwordWrong, access.passwordWeak, access.locked
   */
  async change(
    session: Session,
    idempotencyKey: string,
    current: string,
    next: string,
  ): Promise<string | null> {
    const subject = { email: session.email, address: currentRequest()?.ip ?? '' };
    const verdict = await this.hasher.turn(() => this.judge(session, subject, current, next));
    // The key is kept with a keyed hash of the two passwords: a plain one would be a way to try passwords out.
    const input = this.box.mac('password-change', JSON.stringify([current, next])).toString('base64url');
    const act = {
      action: 'account.changePassword',
      resource: { type: 'account', id: session.accountId },
      once: { key: idempotencyKey, input },
    };
    let token: string | null = null;
    await this.acts.perform(session.actor, act, async (note) => {
      if (verdict.refusal !== null) throw verdict.refusal;
      await this.credentials.setHash(session.accountId, verdict.hash, false, this.clock.now());
      note.detail({ ended: await this.sessions.endOthers(session.accountId, session.id) });
      token = await this.rotate(session);
      return session.accountId;
    });
    await this.acts.look(session.actor, () => this.attempts.clear(subject));
    return token;
  }

  private async judge(
    session: Session,
    subject: { email: string; address: string },
    current: string,
    next: string,
  ): Promise<Verdict> {
    const day = officeDay(this.clock.now());
    const { seconds, owner } = await this.acts.look(session.actor, async () => ({
      seconds: await this.attempts.charge(subject),
      owner: await this.credentials.findByAccount(session.accountId, day),
    }));
    if (seconds > 0) return refused(new DomainError('access.locked', { seconds }));
    if (owner === null || !(await this.hasher.verify(owner.hash, current)))
      return refused(new DomainError('access.passwordWrong'));
    const problem = normalPassword(next) === normalPassword(current) ? 'same' : passwordProblem(next, owner);
    if (problem !== null)
      return refused(new DomainError('access.passwordWeak', { problem, length: PASSWORD_LENGTH.min }));
    return { refusal: null, hash: await this.hasher.hash(next) };
  }

  private async rotate({ id, actor }: Session): Promise<string> {
    const token = newSessionToken();
    if (!(await this.sessions.rotate(id, hashToken(token), actor.secondFactor)))
      throw new DomainError('access.sessionExpired');
    return token;
  }
}

const refused = (refusal: DomainError): Verdict => ({ refusal, hash: '' });
