import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementLoader, AgreementTermModel } from '../../agreements';
import { UnitLoader, UnitModel } from '../../directory';
import type { GraphqlContext } from '../../platform/graphql';
import { CourseModel } from '../../trainings';
import { ExchangeTypeModel } from './exchange-type.model';
import { exchangeType, exchangeTypes } from './exchange-types';

/** The catalogue of exchange types: published forms, the same for everybody. */
@Resolver(() => ExchangeTypeModel)
export class ExchangeTypesResolver {
  @Query(() => [ExchangeTypeModel], { description: 'All types of exchange, by code.' })
  exchangeTypes(): ExchangeTypeModel[] {
    return exchangeTypes();
  }

  @Query(() => ExchangeTypeModel, {
    nullable: true,
    description: 'One type; the newest version unless one is named.',
  })
  exchangeType(
    @Args('code', { description: 'E.g. EX02.' }) code: string,
    @Args('version', { type: () => Int, nullable: true, description: 'The newest when not given.' })
    version: number | null,
  ): ExchangeTypeModel | null {
    return exchangeType(code, version ?? undefined);
  }
}

/** Adds to a unit the types it handles: the directory knows their codes only. */
@Resolver(() => UnitModel)
export class UnitCompetencesResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => [ExchangeTypeModel], { description: 'The types of exchange it handles.' })
  async competences(
    @Parent() { id }: UnitModel,
    @Context() context: GraphqlContext,
  ): Promise<ExchangeTypeModel[]> {
    const codes = await this.units.competences(context, id);
    return codes.flatMap((code) => exchangeType(code) ?? []);
  }
}

/** Adds to a term of an agreement the type it speaks of. */
@Resolver(() => AgreementTermModel)
export class AgreementTermTypeResolver {
  @ResolveField(() => ExchangeTypeModel, {
    nullable: true,
    description: 'The type of exchange it speaks of.',
  })
  type(@Parent() { typeCode }: AgreementTermModel): ExchangeTypeModel | null {
    return exchangeType(typeCode);
  }
}

/** Adds to a course the types its certificate opens: the terms in force ask for certificates, not for courses. */
@Resolver(() => CourseModel)
export class CourseTypesResolver {
  constructor(private readonly agreements: AgreementLoader) {}

  @ResolveField(() => [ExchangeTypeModel], {
    description: 'The types of exchange its certificate is asked for under the agreements in force.',
  })
  async opensTypes(
    @Parent() { certificate }: CourseModel,
    @Context() context: GraphqlContext,
  ): Promise<ExchangeTypeModel[]> {
    const codes = certificate === null ? [] : await this.agreements.typesOpenedBy(context, certificate);
    return codes.flatMap((code) => exchangeType(code) ?? []);
  }
}
