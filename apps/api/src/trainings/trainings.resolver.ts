import { EnrolmentArgs, TrainingSessionsArgs } from '@soc-coop/dto';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../platform/context';
import { toConnection } from '../platform/graphql';
import { mapPage } from '../platform/paging';
import { CertificatesService } from './certificates.service';
import { EnrolmentsService } from './enrolments.service';
import { TrainingSessionConnection } from './training-session.connection';
import { toCertificateModel, toCourseModel, toSessionModel } from './training.mapper';
import { CertificateModel, CourseModel, TrainingSessionModel } from './training.model';
import { TrainingsService } from './trainings.service';

/** Courses, sessions, enrolment and certificates. */
@Resolver(() => TrainingSessionModel)
export class TrainingsResolver {
  constructor(
    private readonly trainings: TrainingsService,
    private readonly enrolments: EnrolmentsService,
    private readonly holders: CertificatesService,
  ) {}

  @Query(() => [CourseModel], { description: 'The catalogue of courses.' })
  async courses(@CurrentActor() actor: Actor): Promise<CourseModel[]> {
    return (await this.trainings.courses(actor)).map(toCourseModel);
  }

  @Query(() => TrainingSessionConnection, { description: 'Training sessions, by first day.' })
  async trainingSessions(
    @CurrentActor() actor: Actor,
    @Args() { filter, ...page }: TrainingSessionsArgs,
  ): Promise<TrainingSessionConnection> {
    const today = this.trainings.today();
    const found = await this.trainings.find(actor, filter ?? {}, page);
    return toConnection(mapPage(found, (row) => toSessionModel(row, today)));
  }

  @Query(() => TrainingSessionModel, { nullable: true, description: 'One session; null when there is none.' })
  async trainingSession(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
  ): Promise<TrainingSessionModel | null> {
    const row = await this.trainings.findById(actor, id);
    return row && toSessionModel(row, this.trainings.today());
  }

  @Query(() => [CertificateModel], { description: 'The caller’s own certificates, the youngest first.' })
  async myCertificates(@CurrentActor() actor: Actor): Promise<CertificateModel[]> {
    const today = this.trainings.today();
    return (await this.holders.own(actor)).map((row) => toCertificateModel(row, today));
  }

  @Query(() => [CertificateModel], {
    description: 'A person’s certificates, for those who answer for the person.',
  })
  async certificates(
    @CurrentActor() actor: Actor,
    @Args('account', { type: () => ID, description: 'The person’s account.' }) account: string,
  ): Promise<CertificateModel[]> {
    const today = this.trainings.today();
    return (await this.holders.ofPerson(actor, account)).map((row) => toCertificateModel(row, today));
  }

  @Mutation(() => TrainingSessionModel, { description: 'Takes a seat in a session for the caller.' })
  async enrolInTraining(
    @CurrentActor() actor: Actor,
    @Args() args: EnrolmentArgs,
  ): Promise<TrainingSessionModel> {
    const row = await this.trainings.getById(actor, await this.enrolments.enrol(actor, args));
    return toSessionModel(row, this.trainings.today());
  }

  @Mutation(() => TrainingSessionModel, { description: 'Gives the caller’s seat in a session back.' })
  async cancelEnrolment(
    @CurrentActor() actor: Actor,
    @Args() args: EnrolmentArgs,
  ): Promise<TrainingSessionModel> {
    const row = await this.trainings.getById(actor, await this.enrolments.cancel(actor, args));
    return toSessionModel(row, this.trainings.today());
  }
}
