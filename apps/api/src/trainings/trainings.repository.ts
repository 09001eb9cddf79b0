import { Injectable } from '@nestjs/common';
import { LIMITS } from '@soc-coop/contracts';
import { Database } from '../platform/database';
import type { CourseRow, EnrolmentRow, SessionQuery, SessionRow } from './training.row';

const COURSE = `course.id, course.code, hours, certificate, certificate_months as "certificateMonths",
  jsonb_build_object('ro', title_ro, 'bg', title_bg, 'en', title_en) as title from course`;
const SESSION = `session.id, session.code, session.course_id as "courseId", session.unit_id as "unitId",
  unit.country as "unitCountry", session.starts_on::text as "startsOn", session.ends_on::text as "endsOn",
  session.place, session.languages, session.seats, session.enrolled,
  jsonb_build_object('ro', title_ro, 'bg', title_bg, 'en', title_en) as title
  from training_session session join unit on unit.id = session.unit_id`;
const ENROLMENT = `enrolment.id, enrolment.session_id as "sessionId", enrolment.account_id as "accountId",
  enrolment.unit_id as "unitId", unit.country as "unitCountry", enrolment.status,
  enrolment.enrolled_at as "enrolledAt" from enrolment join unit on unit.id = enrolment.unit_id`;

const MATCHES = `session.ends_on >= $1::date
  and ($2::uuid is null or session.course_id = $2)
  and ($3::uuid is null or session.unit_id = $3)
  and ($4::uuid is null or exists (select from enrolment own
    where own.session_id = session.id and own.account_id = $4 and own.status = 'ENROLLED'))`;
const paramsOf = ({ from, courseId, unitId, accountId }: SessionQuery): unknown[] => [
  from,
  courseId,
  unitId,
  accountId,
];

/** Reads courses, sessions and enrolments. */
@Injectable()
export class TrainingsRepository {
  constructor(private readonly database: Database) {}

  /** The catalogue, by code. */
  async findCourses(): Promise<CourseRow[]> {
    return this.database.query<CourseRow>(`select ${COURSE} order by course.code`);
  }

  /** The courses with these ids, in no order. */
  async findCoursesByIds(ids: readonly string[]): Promise<CourseRow[]> {
    return this.database.query<CourseRow>(`select ${COURSE} where id = any ($1)`, [ids]);
  }

  /** Sessions that match, by first day, after the given key. */
  async findSessions(
    query: SessionQuery,
    after: readonly [startsOn: string, id: string] | null,
    limit: number,
  ): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(
      `select ${SESSION} where ${MATCHES}
         and ($5::date is null or (session.starts_on, session.id) > ($5::date, $6::uuid))
       order by session.starts_on, session.id limit $7`,
      [...paramsOf(query), after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** How many sessions match, counted up to one more than the cap. */
  async countSessions(query: SessionQuery): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from (
         select from training_session session where ${MATCHES} limit $5) counted`,
      [...paramsOf(query), LIMITS.countCap + 1],
    );
    return row?.count ?? 0;
  }

  /** The sessions with these ids, in no order. */
  async findSessionsByIds(ids: readonly string[]): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(`select ${SESSION} where session.id = any ($1)`, [ids]);
  }

  /** The enrolments that hold in these sessions, in the order they were made. */
  async findEnrolments(sessionIds: readonly string[]): Promise<EnrolmentRow[]> {
    return this.database.query<EnrolmentRow>(
      `select ${ENROLMENT} where enrolment.session_id = any ($1) and enrolment.status = 'ENROLLED'
       order by enrolment.enrolled_at, enrolment.id`,
      [sessionIds],
    );
  }

  /** The enrolments of one person that hold in these sessions. */
  async findOwnEnrolments(accountId: string, sessionIds: readonly string[]): Promise<EnrolmentRow[]> {
    return this.database.query<EnrolmentRow>(
      `select ${ENROLMENT} where enrolment.account_id = $1 and enrolment.session_id = any ($2)
         and enrolment.status = 'ENROLLED'`,
      [accountId, sessionIds],
    );
  }
}
