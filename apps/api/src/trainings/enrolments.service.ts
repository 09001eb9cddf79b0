import { Injectable } from '@nestjs/common';
import { Policy } from '../access';
import { CoverageService } from '../agreements';
import { type ActNote, Acts } from '../platform/acts';
import { Clock } from '../platform/clock/clock';
import type { Actor, StaffActor } from '../platform/context';
import { isUuid } from '../platform/database';
import { DomainError } from '../platform/errors';
import { EnrolmentsRepository } from './enrolments.repository';
import { enrolmentRefusal, isOpenOn, type SessionFacts } from './session.rules';

/** One person, one session, one key. */
interface EnrolmentAct {
  readonly session: string;
  readonly idempotencyKey: string;
}

/** People enrol themselves and cancel; never over the seats, however many try at once. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly enrolments: EnrolmentsRepository,
    private readonly coverage: CoverageService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a seat for the person who asks.
   * @throws DomainError training.sessionNotFound | enrolmentClosed | alreadyEnrolled | full
   */
  async enrol(actor: Actor, act: EnrolmentAct): Promise<string> {
    return this.perform(actor, 'training.enrol', act, async (person, session) => {
      const refusal = enrolmentRefusal(session, this.coverage.today());
      if (refusal?.code === 'training.enrolmentClosed') throw new DomainError(refusal.code, refusal.params);
      // Whoever holds a seat already is told so, even when the session is full; the refusal takes the row back.
      if (!(await this.enrolments.insert(act.session, person, this.clock.now())))
        throw new DomainError('training.alreadyEnrolled');
      if (refusal !== null) throw new DomainError(refusal.code, refusal.params);
      await this.enrolments.countSeats(act.session, 1);
    });
  }

  /**
   * Gives the person's seat back.
   * @throws DomainError training.sessionNotFound | enrolmentClosed | notEnrolled
   */
  async cancel(actor: Actor, act: EnrolmentAct): Promise<string> {
    return this.perform(actor, 'training.cancelEnrolment', act, async (person, session) => {
      if (!isOpenOn(session, this.coverage.today())) throw new DomainError('training.enrolmentClosed');
      if (!(await this.enrolments.cancel(act.session, person.accountId, this.clock.now())))
        throw new DomainError('training.notEnrolled');
      await this.enrolments.countSeats(act.session, -1);
    });
  }

  private async perform(
    actor: Actor,
    action: string,
    { session: id, idempotencyKey }: EnrolmentAct,
    work: (person: StaffActor, session: SessionFacts, note: ActNote) => Promise<void>,
  ): Promise<string> {
    const once = { key: idempotencyKey, input: { session: id } };
    return this.acts.perform(
      actor,
      { action, resource: { type: 'training_session', id }, once },
      async (note) => {
        this.policy.require(actor, 'training:enrol');
        if (actor.kind !== 'staff') throw new DomainError('access.forbidden');
        const session = isUuid(id) ? await this.enrolments.lockSession(id) : null;
        if (session === null) throw new DomainError('training.sessionNotFound');
        await work(actor, session, note);
        return id;
      },
    );
  }
}
