import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, AccountModel } from '../access';
import { UnitLoader, UnitModel } from '../directory';
import { type GraphqlContext, PersonalData } from '../platform/graphql';
import { TrainingLoader } from './training.loader';
import { CertificateModel, CourseModel, EnrolmentModel, TrainingSessionModel } from './training.model';

/** What hangs on a training session. */
@Resolver(() => TrainingSessionModel)
export class TrainingSessionFieldsResolver {
  constructor(
    private readonly loader: TrainingLoader,
    private readonly units: UnitLoader,
  ) {}

  @ResolveField(() => CourseModel, { description: 'The course that is held.' })
  async course(
    @Parent() { courseId }: TrainingSessionModel,
    @Context() context: GraphqlContext,
  ): Promise<CourseModel | null> {
    return this.loader.course(context, courseId);
  }

  @ResolveField(() => UnitModel, { description: 'The unit that organises it.' })
  async unit(
    @Parent() { unitId }: TrainingSessionModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }

  @ResolveField(() => EnrolmentModel, {
    nullable: true,
    description: 'The caller’s own enrolment, if it holds.',
  })
  async myEnrolment(
    @Parent() { id }: TrainingSessionModel,
    @Context() context: GraphqlContext,
  ): Promise<EnrolmentModel | null> {
    return this.loader.ownEnrolment(context, id);
  }

  @PersonalData()
  @ResolveField(() => [EnrolmentModel], {
    description:
      'Who takes part, as far as the caller may know: all for the organiser, the own unit for others.',
  })
  async participants(
    @Parent() { id }: TrainingSessionModel,
    @Context() context: GraphqlContext,
  ): Promise<EnrolmentModel[]> {
    return this.loader.participants(context, id);
  }
}

/** What hangs on an enrolment. */
@Resolver(() => EnrolmentModel)
export class EnrolmentFieldsResolver {
  constructor(
    private readonly loader: TrainingLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => TrainingSessionModel, { description: 'The session.' })
  async session(
    @Parent() { sessionId }: EnrolmentModel,
    @Context() context: GraphqlContext,
  ): Promise<TrainingSessionModel> {
    return this.loader.session(context, sessionId);
  }

  @ResolveField(() => AccountModel, { description: 'The person.' })
  async account(
    @Parent() { accountId }: EnrolmentModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel> {
    return this.accounts.get(context, accountId);
  }
}

/** What hangs on a certificate. */
@Resolver(() => CertificateModel)
export class CertificateFieldsResolver {
  constructor(
    private readonly loader: TrainingLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => AccountModel, { description: 'The person who holds it.' })
  async account(
    @Parent() { accountId }: CertificateModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel> {
    return this.accounts.get(context, accountId);
  }

  @ResolveField(() => CourseModel, { nullable: true, description: 'The course it was earned in.' })
  async course(
    @Parent() { courseId }: CertificateModel,
    @Context() context: GraphqlContext,
  ): Promise<CourseModel | null> {
    return courseId === null ? null : this.loader.course(context, courseId);
  }
}
