import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type AuditFacts, auditEvent } from '../audit/audit-event';
import { AuditRepository } from '../audit/audit.repository';
import { Clock } from '../clock/clock';
import type { Actor } from '../context';
import { UnitOfWork } from '../database';
import { DomainError, lostARace, toDomainError } from '../errors';
import { Once, type OnceKey } from '../idempotency/once';
import { ActNote } from './act-note';
import { isRecorded, markRecorded } from './recorded';

/** What an act is called in the audit trail, what it is about, and the key that makes it happen once. */
export interface ActDescription {
  readonly action: string;
  readonly resource?: { readonly type: string; readonly id: string | null };
  readonly once?: OnceKey;
}

/**
 * How often an act with a key is tried where PostgreSQL made it the loser of a deadlock or of a race of snapshots: the
 * whole transaction is gone, so the whole act is done again, under its key.
 */
const TRIES = 3;
const LONGEST_PAUSE_MS = 50;

/**
 * True where an act that looks before it writes was overtaken in between: it looks again, and finds what it is now. One
 * that does not look ahead was told its version by the caller, who has to hear of it.
 */
const looksAgain = ({ once }: ActDescription, error: unknown): boolean =>
  once?.ahead !== undefined && error instanceof DomainError && error.code === 'request.stale';

/**
 * The three ways a use case may touch the database. Each opens one transaction with the actor's row-level
 * security settings; `perform` and `view` leave exactly one audit event, allowed or refused. No event, no act.
 */
@Injectable()
export class Acts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditRepository,
    private readonly once: Once,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes something. With `once`, the result must be JSON-safe (ids): a repeated request gets the stored
   * result, does nothing and leaves no second event.
   */
  async perform<T>(actor: Actor, act: ActDescription, work: (note: ActNote) => Promise<T>): Promise<T> {
    const once = act.once;
    if (once === undefined)
      return this.recorded(actor, act, async (note) => ({ value: await work(note), repeated: false }));
    const whole = async (note: ActNote): Promise<{ value: T; repeated: boolean }> =>
      this.once.run(actor, act.action, once, () => work(note));
    return this.recorded(actor, act, whole, TRIES);
  }

  /** Reads personal data: audited like a change. */
  async view<T>(actor: Actor, act: ActDescription, work: (note: ActNote) => Promise<T>): Promise<T> {
    return this.recorded(actor, act, async (note) => ({ value: await work(note), repeated: false }));
  }

  /** Reads what is no personal data: directory, agreements, code lists. Not audited. */
  async look<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(actor, work);
  }

  /** Records a refusal that happened before any use case began, such as input that failed validation. */
  async refuse(actor: Actor, action: string, error: unknown): Promise<void> {
    if (isRecorded(error)) return;
    markRecorded(error);
    await this.appendRefusal(actor, { action }, new ActNote(), error);
  }

  private async recorded<T>(
    actor: Actor,
    act: ActDescription,
    work: (note: ActNote) => Promise<{ value: T; repeated: boolean }>,
    tries = 1,
  ): Promise<T> {
    // One act, one event: an act inside another would leave two, so it is a programming error.
    if (this.unitOfWork.isOpen) throw new Error(`act ${act.action} inside another act`);
    const note = new ActNote(act.resource);
    try {
      return await this.unitOfWork.run(actor, async () => {
        const { value, repeated } = await work(note);
        if (!repeated) this.append(actor, act, note, { outcome: 'ALLOWED', reason: null });
        return value;
      });
    } catch (error) {
      if (tries > 1 && (lostARace(error) || looksAgain(act, error))) {
        await sleep(Math.random() * LONGEST_PAUSE_MS);
        return await this.recorded(actor, act, work, tries - 1);
      }
      if (!isRecorded(error)) {
        markRecorded(error);
        await this.appendRefusal(actor, act, note, error);
      }
      throw error;
    }
  }

  /** The act's own transaction is gone; the refusal gets one of its own. */
  private async appendRefusal(
    actor: Actor,
    act: ActDescription,
    note: ActNote,
    error: unknown,
  ): Promise<void> {
    const { code, kind } = toDomainError(error);
    // Where the database is not there, nothing was done and nothing can be written.
    if (kind === 'SERVICE_UNAVAILABLE') return;
    await this.unitOfWork.run(actor, async () => {
      this.append(actor, act, note, { outcome: 'REFUSED', reason: code });
    });
  }

  private append(
    actor: Actor,
    act: ActDescription,
    note: ActNote,
    end: Pick<AuditFacts, 'outcome' | 'reason'>,
  ): void {
    const facts: AuditFacts = {
      action: act.action,
      resource: note.resourceOrNull,
      detail: note.details,
      ...end,
    };
    this.audit.append(auditEvent(note.actorOr(actor), this.clock.now(), facts));
  }
}
