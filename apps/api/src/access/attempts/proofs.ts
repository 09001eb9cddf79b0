import { Injectable } from '@nestjs/common';
import { type ActDescription, type ActNote, Acts } from '../../platform/acts';
import type { StaffActor } from '../../platform/context';
import { DomainError } from '../../platform/errors';
import { Attempts, type AttemptSubject } from './attempts.service';

/**
 * Acts that begin with proving something: a code, the present password. The try is counted and committed before it
 * is looked at, so that a refusal, which rolls its own transaction back, still counts.
 */
@Injectable()
export class Proofs {
  constructor(
    private readonly acts: Acts,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Runs an act that proves a factor; what `work` throws counts as a failure.
   * @throws DomainError access.locked
   */
  async prove<T>(
    actor: StaffActor,
    subject: AttemptSubject,
    act: ActDescription,
    work: (note: ActNote) => Promise<T>,
  ): Promise<T> {
    const seconds = await this.acts.look(actor, () => this.attempts.charge(subject));
    const result = await this.acts.perform(actor, act, async (note) => {
      if (seconds > 0) throw new DomainError('access.locked', { seconds });
      return work(note);
    });
    await this.acts.look(actor, () => this.attempts.clear(subject));
    return result;
  }
}
