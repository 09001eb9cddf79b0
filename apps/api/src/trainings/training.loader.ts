import { Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors';
import { type GraphqlContext, loaderOf } from '../platform/graphql';
import { toCourseModel, toEnrolmentModel, toSessionModel } from './training.mapper';
import type { CourseModel, EnrolmentModel, TrainingSessionModel } from './training.model';
import { TrainingsService } from './trainings.service';

const COURSE = Symbol('course');
const SESSION = Symbol('training session');
const OWN_ENROLMENT = Symbol('own enrolment');
const PARTICIPANTS = Symbol('participants');

/** What hangs on sessions and certificates, one query per kind however many rows a page has. */
@Injectable()
export class TrainingLoader {
  constructor(private readonly trainings: TrainingsService) {}

  /** The course with this id; null when there is none. */
  async course(context: GraphqlContext, id: string): Promise<CourseModel | null> {
    const load = (ids: readonly string[]) => this.trainings.coursesByIds(ids);
    const row = await loaderOf(context, COURSE, load).load(id);
    return row === undefined ? null : toCourseModel(row);
  }

  /** @throws DomainError training.sessionNotFound */
  async session(context: GraphqlContext, id: string): Promise<TrainingSessionModel> {
    const load = (ids: readonly string[]) => this.trainings.sessionsByIds(ids);
    const row = await loaderOf(context, SESSION, load).load(id);
    if (row === undefined) throw new DomainError('training.sessionNotFound');
    return toSessionModel(row, this.trainings.today());
  }

  /** The caller's own enrolment in a session. */
  async ownEnrolment(context: GraphqlContext, sessionId: string): Promise<EnrolmentModel | null> {
    const load = (ids: readonly string[]) => this.trainings.ownEnrolments(ids);
    const row = await loaderOf(context, OWN_ENROLMENT, load).load(sessionId);
    return row === undefined ? null : toEnrolmentModel(row);
  }

  /** Who takes part in a session, as far as the caller may know. One audited look for the whole request. */
  async participants(context: GraphqlContext, sessionId: string): Promise<EnrolmentModel[]> {
    const load = (ids: readonly string[]) => this.trainings.participants(ids);
    return (await loaderOf(context, PARTICIPANTS, load).load(sessionId)).map(toEnrolmentModel);
  }
}
