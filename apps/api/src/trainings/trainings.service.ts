import { Injectable } from '@nestjs/common';
import type { TrainingSessionFilter } from '@soc-coop/dto';
import { type IsoDate, isIsoDate } from '@soc-coop/domain';
import { Policy } from '../access';
import { CoverageService } from '../agreements';
import { Acts } from '../platform/acts';
import { type Actor, currentActor } from '../platform/context';
import { isUuid } from '../platform/database';
import { DomainError } from '../platform/errors';
import {
  cappedCount,
  cutPage,
  decodeCursor,
  type Page,
  type PageRequest,
  pageSize,
} from '../platform/paging';
import type { CourseRow, EnrolmentRow, SessionQuery, SessionRow } from './training.row';
import { TrainingsRepository } from './trainings.repository';

const ownAccount = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.accountId : null);

/** The key of the last row of a page; anything PostgreSQL could stumble over is refused here. */
const keyOf = (cursor: string): readonly [string, string] => {
  const [startsOn = '', id = ''] = decodeCursor(cursor, 2);
  if (!isIsoDate(startsOn) || !isUuid(id)) throw new DomainError('request.cursorInvalid');
  return [startsOn, id];
};

const aligned = <T>(
  ids: readonly string[],
  rows: readonly T[],
  idOf: (row: T) => string,
): (T | undefined)[] => {
  const known = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => known.get(id));
};

/** Questions to the catalogue and the calendar of trainings. */
@Injectable()
export class TrainingsService {
  constructor(
    private readonly acts: Acts,
    private readonly policy: Policy,
    private readonly trainings: TrainingsRepository,
    private readonly coverage: CoverageService,
  ) {}

  /** Today in both countries. */
  today(): IsoDate {
    return this.coverage.today();
  }

  /** The whole catalogue. */
  async courses(actor: Actor): Promise<CourseRow[]> {
    this.policy.require(actor, 'training:view');
    return this.acts.look(actor, () => this.trainings.findCourses());
  }

  /** One page of the sessions that match, by first day. */
  async find(actor: Actor, filter: TrainingSessionFilter, page: PageRequest): Promise<Page<SessionRow>> {
    this.policy.require(actor, 'training:view');
    const size = pageSize(page);
    const after = page.after ? keyOf(page.after) : null;
    const query = this.queryOf(actor, filter);
    return this.acts.look(actor, async () => {
      const rows = await this.trainings.findSessions(query, after, size + 1);
      const total = cappedCount(await this.trainings.countSessions(query));
      return cutPage(
        rows,
        size,
        total,
        ({ startsOn, id }) => [startsOn, id],
        (row) => row,
      );
    });
  }

  /** The session with this id, or null. */
  async findById(actor: Actor, id: string): Promise<SessionRow | null> {
    this.policy.require(actor, 'training:view');
    if (!isUuid(id)) return null;
    const [session] = await this.sessionsByIds([id]);
    return session ?? null;
  }

  /** @throws DomainError training.sessionNotFound */
  async getById(actor: Actor, id: string): Promise<SessionRow> {
    const session = await this.findById(actor, id);
    if (session === null) throw new DomainError('training.sessionNotFound');
    return session;
  }

  /** The sessions with these ids, in the order of the ids. */
  async sessionsByIds(ids: readonly string[]): Promise<(SessionRow | undefined)[]> {
    const rows = await this.acts.look(currentActor(), () => this.trainings.findSessionsByIds(ids));
    return aligned(ids, rows, ({ id }) => id);
  }

  /** The courses with these ids, in the order of the ids. */
  async coursesByIds(ids: readonly string[]): Promise<(CourseRow | undefined)[]> {
    const rows = await this.acts.look(currentActor(), () => this.trainings.findCoursesByIds(ids));
    return aligned(ids, rows, ({ id }) => id);
  }

  /** The caller's own enrolment in each of these sessions. */
  async ownEnrolments(ids: readonly string[]): Promise<(EnrolmentRow | undefined)[]> {
    const actor = currentActor();
    const accountId = ownAccount(actor);
    if (accountId === null) return ids.map(() => undefined);
    const rows = await this.acts.look(actor, () => this.trainings.findOwnEnrolments(accountId, ids));
    return aligned(ids, rows, ({ sessionId }) => sessionId);
  }

  /**
   * Who takes part in each of these sessions, as far as the caller may know: the organiser sees everybody, others
   * the people of the units they answer for, and everybody sees himself or herself. Names are personal data, so
   * the look leaves one audit event.
   */
  async participants(ids: readonly string[]): Promise<EnrolmentRow[][]> {
    const actor = currentActor();
    return this.acts.view(actor, { action: 'training.viewParticipants' }, async (note) => {
      this.policy.require(actor, 'training:view');
      note.detail({ sessions: ids });
      const organisers = new Map(
        (await this.trainings.findSessionsByIds(ids)).map((session) => [session.id, session]),
      );
      const visible = (await this.trainings.findEnrolments(ids)).filter((enrolment) =>
        this.maySee(actor, enrolment, organisers.get(enrolment.sessionId)),
      );
      const groups = Map.groupBy(visible, ({ sessionId }) => sessionId);
      return ids.map((id) => groups.get(id) ?? []);
    });
  }

  private maySee(actor: Actor, enrolment: EnrolmentRow, session: SessionRow | undefined): boolean {
    if (enrolment.accountId === ownAccount(actor)) return true;
    return [session, enrolment].some(
      (about) =>
        about !== undefined &&
        this.policy.may(actor, 'training:viewParticipants', {
          unitId: about.unitId,
          country: about.unitCountry,
        }),
    );
  }

  private queryOf(actor: Actor, { course, from, unit, mine }: TrainingSessionFilter): SessionQuery {
    const accountId = ownAccount(actor);
    if (mine === true && accountId === null) throw new DomainError('access.forbidden');
    return {
      courseId: course ?? null,
      from: from ?? this.today(),
      unitId: unit ?? null,
      accountId: mine === true ? accountId : null,
    };
  }
}
