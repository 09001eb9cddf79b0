import { Injectable } from '@nestjs/common';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { DomainError } from '../../platform/errors';
import type { ListedSession, Session } from './session.row';
import { SessionsRepository } from './sessions.repository';

/** What people do with their own sessions. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly acts: Acts,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  /** Ends the session itself: signing out. */
  async end(session: Session): Promise<void> {
    const act = { action: 'session.end', resource: { type: 'session', id: session.id } };
    await this.acts.perform(session.actor, act, () => this.sessions.end(session.id, session.accountId));
  }

  /** Where the person is signed in, the last used first. */
  async list(session: Session): Promise<ListedSession[]> {
    return this.acts.look(session.actor, () => this.sessions.listOf(session.accountId, this.clock.now()));
  }

  /**
   * Ends one of the person's sessions.
   * @throws DomainError access.sessionNotFound
   */
  async endOne(session: Session, idempotencyKey: string, id: string): Promise<void> {
    const act = {
      action: 'session.endOne',
      resource: { type: 'session', id },
      once: { key: idempotencyKey, input: { id } },
    };
    await this.acts.perform(session.actor, act, async () => {
      if (!(await this.sessions.end(id, session.accountId))) throw new DomainError('access.sessionNotFound');
      return id;
    });
  }

  /** Signs the person out everywhere else; gives the number of sessions ended. */
  async endOthers(session: Session, idempotencyKey: string): Promise<number> {
    const act = {
      action: 'session.endOthers',
      resource: { type: 'account', id: session.accountId },
      once: { key: idempotencyKey, input: {} },
    };
    return this.acts.perform(session.actor, act, async (note) => {
      const ended = await this.sessions.endOthers(session.accountId, session.id);
      note.detail({ ended });
      return ended;
    });
  }

  /**
   * Acts for another unit from the next request on.
   * @throws DomainError access.membershipNotFound
   */
  async actAs(session: Session, idempotencyKey: string, membershipId: string): Promise<void> {
    const act = {
      action: 'session.actAs',
      resource: { type: 'session', id: session.id },
      once: { key: idempotencyKey, input: { membershipId } },
    };
    await this.acts.perform(session.actor, act, async (note) => {
      const membership = session.memberships.find(({ id }) => id === membershipId);
      if (membership === undefined) throw new DomainError('access.membershipNotFound');
      note.detail({ from: session.actor.unitCode, to: membership.unitCode });
      await this.sessions.setUnit(session.id, membership.unitId);
      return membership.unitId;
    });
  }
}
