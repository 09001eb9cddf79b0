import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UnitLoader, UnitModel } from '../directory';
import { FilledAhead, type GraphqlContext } from '../platform/graphql';
import { AgreementLoader } from './agreement.loader';
import {
  AgreementCitationModel,
  AgreementClauseModel,
  AgreementModel,
  AgreementPartyModel,
  AgreementTermModel,
  AgreementVersionModel,
} from './agreement.model';

/** What hangs on an agreement. */
@Resolver(() => AgreementModel)
export class AgreementFieldsResolver {
  constructor(private readonly loader: AgreementLoader) {}

  @ResolveField(() => [AgreementPartyModel], { description: 'Who is bound by it.' })
  async parties(
    @Parent() { id }: AgreementModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementPartyModel[]> {
    return this.loader.parties(context, id);
  }

  @ResolveField(() => [AgreementVersionModel], { description: 'Its versions, the youngest first.' })
  async versions(
    @Parent() { id }: AgreementModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementVersionModel[]> {
    return this.loader.versions(context, id);
  }

  @ResolveField(() => AgreementVersionModel, { nullable: true, description: 'The version that holds today.' })
  async current(
    @Parent() { id }: AgreementModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementVersionModel | null> {
    return (await this.loader.versions(context, id)).find(({ inForce }) => inForce) ?? null;
  }
}

/** The unit behind a party. */
@Resolver(() => AgreementPartyModel)
export class AgreementPartyFieldsResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => UnitModel, { description: 'The institution.' })
  async unit(
    @Parent() { unitId }: AgreementPartyModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}

/** What hangs on a version. */
@Resolver(() => AgreementVersionModel)
export class AgreementVersionFieldsResolver {
  constructor(private readonly loader: AgreementLoader) {}

  @ResolveField(() => [AgreementClauseModel], { description: 'Its clauses.' })
  async clauses(
    @Parent() { id }: AgreementVersionModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementClauseModel[]> {
    return this.loader.clauses(context, id);
  }

  @ResolveField(() => [AgreementTermModel], { description: 'Its terms, by type of exchange.' })
  async terms(
    @Parent() { id }: AgreementVersionModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementTermModel[]> {
    return this.loader.terms(context, id);
  }
}

/** The units behind a term. */
@Resolver(() => AgreementTermModel)
export class AgreementTermFieldsResolver {
  constructor(private readonly directory: UnitLoader) {}

  @ResolveField(() => [UnitModel], {
    description: 'The units it is restricted to; empty when all may use it.',
  })
  async units(
    @Parent() { unitIds }: AgreementTermModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel[]> {
    return Promise.all(unitIds.map((id) => this.directory.get(context, id)));
  }
}

/** The agreement behind a citation. */
@Resolver(() => AgreementCitationModel)
export class AgreementCitationFieldsResolver {
  constructor(private readonly loader: AgreementLoader) {}

  @FilledAhead()
  @ResolveField(() => AgreementModel, { description: 'The agreement that is cited.' })
  async agreement(
    @Parent() { agreementId }: AgreementCitationModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementModel> {
    return this.loader.get(context, agreementId);
  }
}
