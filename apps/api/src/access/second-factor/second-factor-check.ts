import { Injectable } from '@nestjs/common';
import type { ActNote } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { SecretBox } from '../../platform/crypto';
import { DomainError } from '../../platform/errors';
import { compactRecoveryCode, hashRecoveryCode } from './recovery-codes';
import { type SecondFactorRow, SecondFactorRepository } from './second-factor.repository';
import { matchTotp } from './totp';

/** What the secrets of second factors are sealed for. */
export const SECOND_FACTOR_PURPOSE = 'second-factor';

/** Judges typed codes, in the ambient transaction. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Uses up a time code or a recovery code of the confirmed second factor.
   * @throws DomainError access.secondFactorFailed
   */
  async use(accountId: string, typed: string, note: ActNote): Promise<void> {
    const factor = await this.factors.findForUpdate(accountId);
    const recovery = compactRecoveryCode(typed);
    note.detail({ method: recovery === null ? 'totp' : 'recovery-code' });
    const right =
      recovery === null
        ? await this.useTotp(accountId, factor, typed)
        : await this.factors.useRecoveryCode(accountId, hashRecoveryCode(accountId, recovery));
    if (!right) throw new DomainError('access.secondFactorFailed');
  }

  /**
   * The time step a code of a secret that is not confirmed yet belongs to.
   * @throws DomainError access.secondFactorFailed
   */
  stepOf(accountId: string, sealed: string, typed: string): number {
    const step = matchTotp(this.open(accountId, sealed), digitsOf(typed), this.clock.now(), null);
    if (step === null) throw new DomainError('access.secondFactorFailed');
    return step;
  }

  private async useTotp(accountId: string, factor: SecondFactorRow | null, typed: string): Promise<boolean> {
    if (factor === null || factor.sealedSecret === null) return false;
    const secret = this.open(accountId, factor.sealedSecret);
    const step = matchTotp(secret, digitsOf(typed), this.clock.now(), factor.lastStep);
    if (step === null || !(await this.factors.useStep(accountId, step))) return false;
    if (this.box.isOutdated(factor.sealedSecret))
      await this.factors.reseal(accountId, this.box.seal(SECOND_FACTOR_PURPOSE, accountId, secret));
    return true;
  }

  private open(accountId: string, sealed: string): Buffer {
    return this.box.open(SECOND_FACTOR_PURPOSE, accountId, sealed);
  }
}

/** Apps show codes in groups: spaces are nobody's mistake. */
const digitsOf = (typed: string): string => typed.replace(/\s/g, '');
