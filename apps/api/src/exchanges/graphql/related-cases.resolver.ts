import type { ExchangeState } from '@soc-coop/contracts';
import { Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ExchangeStateEnum } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { FilledAhead } from '../../platform/graphql';
import { type RelatedCase, RelatedCases } from '../related-cases';
import { ExchangeModel } from './exchange.model';

/** Another case, as a link to it needs it. */
@ObjectType('RelatedExchange', { description: 'Another exchange of the unit: where it is and how far.' })
export class RelatedExchangeModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The number for life; null while it is a draft.' })
  number: string | null;

  @Field(() => ExchangeStateEnum, { description: 'Where it stands.' })
  state: ExchangeState;
}

const toRelated = (found: RelatedCase | null): RelatedExchangeModel | null =>
  found === null ? null : { id: found.id, number: found.number, state: found.state };

/** The way between a case about the wrong person and the one asked anew; only the unit that asks has it. */
@Resolver(() => ExchangeModel)
export class RelatedCasesResolver {
  constructor(private readonly related: RelatedCases) {}

  @FilledAhead()
  @ResolveField(() => RelatedExchangeModel, {
    nullable: true,
    description: 'The exchange about the wrong person this one is asked instead of; the asking unit sees it.',
  })
  async insteadOf(
    @CurrentActor() actor: Actor,
    @Parent() { row }: ExchangeModel,
  ): Promise<RelatedExchangeModel | null> {
    return toRelated(await this.related.insteadOf(actor, row));
  }

  @FilledAhead()
  @ResolveField(() => RelatedExchangeModel, {
    nullable: true,
    description: 'The exchange that asks the same about another person; the asking unit sees it.',
  })
  async askedAnew(
    @CurrentActor() actor: Actor,
    @Parent() { row }: ExchangeModel,
  ): Promise<RelatedExchangeModel | null> {
    return toRelated(await this.related.askedAnew(actor, row));
  }
}
