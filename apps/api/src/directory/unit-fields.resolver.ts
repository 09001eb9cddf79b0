import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../platform/graphql';
import { UnitLoader } from './unit.loader';
import { ContactPointModel, TerritoryModel, UnitModel } from './unit.model';

/** What hangs on a unit, loaded once per request and kind. */
@Resolver(() => UnitModel)
export class UnitFieldsResolver {
  constructor(private readonly loader: UnitLoader) {}

  @ResolveField(() => UnitModel, { nullable: true, description: 'The unit above it.' })
  async parent(
    @Parent() { parentId }: UnitModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel | null> {
    return parentId === null ? null : this.loader.find(context, parentId);
  }

  @ResolveField(() => [UnitModel], { description: 'The units directly below it.' })
  async children(@Parent() { id }: UnitModel, @Context() context: GraphqlContext): Promise<UnitModel[]> {
    return this.loader.children(context, id);
  }

  @ResolveField(() => [TerritoryModel], { description: 'The counties or districts it serves.' })
  async territories(
    @Parent() { id }: UnitModel,
    @Context() context: GraphqlContext,
  ): Promise<TerritoryModel[]> {
    return this.loader.territories(context, id);
  }

  @ResolveField(() => [ContactPointModel], { description: 'The ways to reach it.' })
  async contactPoints(
    @Parent() { id }: UnitModel,
    @Context() context: GraphqlContext,
  ): Promise<ContactPointModel[]> {
    return this.loader.contactPoints(context, id);
  }
}
