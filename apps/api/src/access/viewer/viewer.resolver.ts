import { ActAsArgs, IdempotentArgs, SetLocaleArgs, SignInSessionArgs } from '@soc-coop/dto';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UnitLoader, UnitModel } from '../../directory';
import type { GraphqlContext } from '../../platform/graphql';
import { AccountLoader } from '../accounts/account.loader';
import { AccountModel, MembershipModel } from '../accounts/account.model';
import { OwnSessionsService } from '../sessions/own-sessions.service';
import { CurrentSession, requireSession } from '../sessions/require-session';
import { SessionChange } from '../sessions/session-change';
import type { Session } from '../sessions/session.row';
import { toSignInSessionModel, toViewerModel } from './viewer.mapper';
import { SignInSessionModel, ViewerModel } from './viewer.model';
import { ViewerService } from './viewer.service';

/** Who is asking, and what people do with their own sign-in. */
@Resolver(() => ViewerModel)
export class ViewerResolver {
  constructor(
    private readonly own: OwnSessionsService,
    private readonly choices: ViewerService,
    private readonly change: SessionChange,
  ) {}

  @Query(() => ViewerModel, { nullable: true, description: 'Who is asking; null while nobody is signed in.' })
  viewer(@CurrentSession() session: Session | null): ViewerModel | null {
    return session?.stage === 'full' ? toViewerModel(session) : null;
  }

  @Query(() => [SignInSessionModel], { description: 'Where the caller is signed in, the last used first.' })
  async mySignInSessions(@CurrentSession() session: Session | null): Promise<SignInSessionModel[]> {
    const current = requireSession(session, 'full');
    return (await this.own.list(current)).map((row) => toSignInSessionModel(row, current));
  }

  @Mutation(() => ViewerModel, {
    description: 'Acts for another unit from now on, with the roles held there.',
  })
  async actAs(
    @CurrentSession() session: Session | null,
    @Args() { membership, idempotencyKey }: ActAsArgs,
  ): Promise<ViewerModel> {
    const current = requireSession(session, 'full');
    await this.own.actAs(current, idempotencyKey, membership);
    return toViewerModel(await this.change.adopt(current));
  }

  @Mutation(() => ViewerModel, { description: 'Sets the language of screens and mails.' })
  async setLocale(
    @CurrentSession() session: Session | null,
    @Args() { locale, idempotencyKey }: SetLocaleArgs,
  ): Promise<ViewerModel> {
    const current = requireSession(session, 'full');
    await this.choices.setLocale(current, idempotencyKey, locale);
    return toViewerModel(await this.change.adopt(current));
  }

  @Mutation(() => Boolean, { description: 'Signs the caller out in one other place.' })
  async endSignInSession(
    @CurrentSession() session: Session | null,
    @Args() { id, idempotencyKey }: SignInSessionArgs,
  ): Promise<boolean> {
    await this.own.endOne(requireSession(session, 'full'), idempotencyKey, id);
    return true;
  }

  @Mutation(() => Int, { description: 'Signs the caller out everywhere else; gives the number of places.' })
  async endOtherSignInSessions(
    @CurrentSession() session: Session | null,
    @Args() { idempotencyKey }: IdempotentArgs,
  ): Promise<number> {
    return this.own.endOthers(requireSession(session, 'full'), idempotencyKey);
  }
}

/** What hangs on who is asking. */
@Resolver(() => ViewerModel)
export class ViewerFieldsResolver {
  constructor(
    private readonly people: AccountLoader,
    private readonly units: UnitLoader,
  ) {}

  @ResolveField(() => AccountModel, { description: 'The person.' })
  async account(
    @Parent() { accountId }: ViewerModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel> {
    return this.people.get(context, accountId);
  }

  @ResolveField(() => [MembershipModel], { description: 'All roles of the person that have not ended.' })
  async memberships(
    @Parent() { accountId }: ViewerModel,
    @Context() context: GraphqlContext,
  ): Promise<MembershipModel[]> {
    return this.people.memberships(context, accountId);
  }

  @ResolveField(() => UnitModel, { description: 'The unit acted for.' })
  async actingUnit(
    @Parent() { unitId }: ViewerModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}
