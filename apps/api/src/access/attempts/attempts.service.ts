import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { SecretBox } from '../../platform/crypto';
import { accountKey, addressKey } from './attempt-key';
import { AttemptsRepository } from './attempts.repository';
import { ACCOUNT_TERMS, ADDRESS_TERMS, secondsLocked, stateAfterRefund, stateAfterTry } from './lock.rules';

/** Whose tries are counted: an e-mail address, known or not, and the place the tries come from. */
export interface AttemptSubject {
  readonly email: string;
  readonly address: string;
}

/**
 * Counts tries of every factor on one count: password, time code and recovery code. All methods run in the ambient
 * transaction, always account before address, so that two of them never wait for each other crosswise.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try as failed before its outcome is known. Gives the seconds to wait, 0 when the try may be made;
   * while locked nothing is counted.
   */
  async charge({ email, address }: AttemptSubject): Promise<number> {
    const now = this.clock.now();
    const [byAccount, byAddress] = [accountKey(this.box, email), addressKey(this.box, address)];
    const account = await this.attempts.findForUpdate(byAccount, now);
    const place = await this.attempts.findForUpdate(byAddress, now);
    const seconds = Math.max(secondsLocked(account, now), secondsLocked(place, now));
    if (seconds > 0) return seconds;
    await this.attempts.update(byAccount, stateAfterTry(ACCOUNT_TERMS, account, now));
    await this.attempts.update(byAddress, stateAfterTry(ADDRESS_TERMS, place, now));
    return 0;
  }

  /** Takes back a try that turned out right, while another factor is still to come: its count goes on. */
  async refund({ email, address }: AttemptSubject): Promise<void> {
    const now = this.clock.now();
    const byAccount = accountKey(this.box, email);
    const account = await this.attempts.findForUpdate(byAccount, now);
    if (account !== null) await this.attempts.update(byAccount, stateAfterRefund(ACCOUNT_TERMS, account));
    await this.refundAddress(address);
  }

  /** Forgets the failures of an account that has proved every factor it has. */
  async clear({ email, address }: AttemptSubject): Promise<void> {
    await this.attempts.remove(accountKey(this.box, email));
    await this.refundAddress(address);
  }

  /** Forgets the failures of an account, whoever made them. */
  async forgetAccount(email: string): Promise<void> {
    await this.attempts.remove(accountKey(this.box, email));
  }

  private async refundAddress(address: string): Promise<void> {
    const byAddress = addressKey(this.box, address);
    const place = await this.attempts.findForUpdate(byAddress, this.clock.now());
    if (place !== null) await this.attempts.update(byAddress, stateAfterRefund(ADDRESS_TERMS, place));
  }
}
