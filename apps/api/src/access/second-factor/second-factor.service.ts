import { Injectable } from '@nestjs/common';
import { Acts, type ActNote } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { SecretBox } from '../../platform/crypto';
import { currentRequest } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { Proofs } from '../attempts/proofs';
import type { Session } from '../sessions/session.row';
import { hashToken, newSessionToken } from '../sessions/session-token';
import { SessionsRepository } from '../sessions/sessions.repository';
import { hashRecoveryCode, recoveryCodes, compactRecoveryCode } from './recovery-codes';
import { SECOND_FACTOR_PURPOSE, SecondFactorCheck } from './second-factor-check';
import { SecondFactorRepository } from './second-factor.repository';
import { newTotpSecret, totpUri } from './totp';

/** A secret to be scanned. */
export interface Enrolment {
  readonly secret: Buffer;
  readonly uri: string;
}

/** What setting up ends with; the token is null when the same request was answered before. */
export interface Confirmation {
  readonly recoveryCodes: readonly string[];
  readonly token: string | null;
}

const ISSUER = 'SOC COOP';

const subjectOf = ({ email }: Session) => ({ email, address: currentRequest()?.ip ?? '' });
const resourceOf = ({ accountId }: Session) => ({ type: 'account', id: accountId });

/** Proving, setting up, replacing and removing the second factor. Every code tried counts towards the lock. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly acts: Acts,
    private readonly proofs: Proofs,
    private readonly check: SecondFactorCheck,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionsRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * The second step of signing in; gives the session's new token.
   * @throws DomainError access.secondFactorFailed, access.locked
   */
  async pass(session: Session, code: string): Promise<string> {
    const act = { action: 'session.secondFactor', resource: { type: 'session', id: session.id } };
    return this.proofs.prove(session.actor, subjectOf(session), act, async (note) => {
      await this.check.use(session.accountId, code, note);
      return this.rotate(session);
    });
  }

  /**
   * Begins setting up; who has a second factor already proves it first.
   * @throws DomainError access.secondFactorRequired, access.secondFactorFailed, access.locked
   */
  async start(session: Session, idempotencyKey: string, code: string | null): Promise<Enrolment> {
    const act = {
      action: 'secondFactor.start',
      resource: resourceOf(session),
      once: { key: idempotencyKey, input: {} },
    };
    const begin = async (): Promise<string> => {
      const sealed = this.box.seal(SECOND_FACTOR_PURPOSE, session.accountId, newTotpSecret());
      await this.factors.setPending(session.accountId, sealed);
      return session.accountId;
    };
    if (session.enrolled)
      await this.proofs.prove(session.actor, subjectOf(session), act, async (note) => {
        if (code === null) throw new DomainError('access.secondFactorRequired');
        await this.check.use(session.accountId, code, note);
        return begin();
      });
    else await this.acts.perform(session.actor, act, begin);
    return this.pendingOf(session);
  }

  /**
   * Ends setting up: from now on every session of the account must prove the new factor; this one just did.
   * @throws DomainError access.secondFactorFailed, access.secondFactorMissing, access.locked
   */
  async confirm(session: Session, idempotencyKey: string, code: string): Promise<Confirmation> {
    const { accountId } = session;
    const codes = recoveryCodes(this.box, accountId, idempotencyKey);
    const act = {
      action: 'secondFactor.confirm',
      resource: resourceOf(session),
      once: { key: idempotencyKey, input: { code } },
    };
    let token: string | null = null;
    await this.proofs.prove(session.actor, subjectOf(session), act, async () => {
      const factor = await this.factors.findForUpdate(accountId);
      if (factor === null || factor.sealedPending === null)
        throw new DomainError('access.secondFactorMissing');
      const step = this.check.stepOf(accountId, factor.sealedPending, code);
      await this.factors.confirm(accountId, factor.sealedPending, step, this.clock.now());
      const hashes = codes.map((text) => hashRecoveryCode(accountId, compactRecoveryCode(text) ?? text));
      await this.factors.replaceRecoveryCodes(accountId, hashes);
      token = await this.rotate(session);
      return accountId;
    });
    return { recoveryCodes: codes, token };
  }

  /**
   * Removes the second factor of somebody who may work without one.
   * @throws DomainError access.secondFactorCompulsory, access.secondFactorMissing, access.secondFactorFailed
   */
  async remove(session: Session, idempotencyKey: string, code: string): Promise<void> {
    const act = {
      action: 'secondFactor.remove',
      resource: resourceOf(session),
      once: { key: idempotencyKey, input: { code } },
    };
    const remove = async (note: ActNote): Promise<string> => {
      if (!session.enrolled) throw new DomainError('access.secondFactorMissing');
      await this.check.use(session.accountId, code, note);
      await this.factors.remove(session.accountId);
      return session.accountId;
    };
    if (session.compulsory)
      await this.acts.perform(session.actor, act, () => {
        throw new DomainError('access.secondFactorCompulsory');
      });
    else await this.proofs.prove(session.actor, subjectOf(session), act, remove);
  }

  private async rotate(session: Session): Promise<string> {
    const token = newSessionToken();
    if (!(await this.sessions.rotate(session.id, hashToken(token), true)))
      throw new DomainError('access.sessionExpired');
    return token;
  }

  private async pendingOf({ accountId, actor, email }: Session): Promise<Enrolment> {
    const factor = await this.acts.look(actor, () => this.factors.findForUpdate(accountId));
    if (factor === null || factor.sealedPending === null) throw new DomainError('access.secondFactorMissing');
    const secret = this.box.open(SECOND_FACTOR_PURPOSE, accountId, factor.sealedPending);
    return { secret, uri: totpUri(secret, ISSUER, email) };
  }
}
