import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UnitLoader, UnitModel } from '../../directory';
import { type GraphqlContext, PersonalData } from '../../platform/graphql';
import { AccountLoader } from './account.loader';
import { AccountModel, MembershipModel } from './account.model';

/** What hangs on a person. */
@Resolver(() => AccountModel)
export class AccountFieldsResolver {
  constructor(private readonly loader: AccountLoader) {}

  @PersonalData()
  @ResolveField(() => [MembershipModel], {
    description:
      'The person’s roles that have not ended; none for people whose roles the caller may not know.',
  })
  async memberships(
    @Parent() { id }: AccountModel,
    @Context() context: GraphqlContext,
  ): Promise<MembershipModel[]> {
    return this.loader.memberships(context, id);
  }

  @PersonalData()
  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'True when the person has a second factor; null for who does not administer the person.',
  })
  async secondFactor(
    @Parent() { id }: AccountModel,
    @Context() context: GraphqlContext,
  ): Promise<boolean | null> {
    return this.loader.secondFactor(context, id);
  }
}

/** What hangs on a role. */
@Resolver(() => MembershipModel)
export class MembershipFieldsResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => UnitModel, { description: 'The unit.' })
  async unit(@Parent() { unitId }: MembershipModel, @Context() context: GraphqlContext): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}
