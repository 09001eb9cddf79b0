import { CoverageArgs, PageArgs } from '@soc-coop/dto';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../platform/context';
import { type GraphqlContext, toConnection } from '../platform/graphql';
import { mapPage } from '../platform/paging';
import { AgreementConnection } from './agreement.connection';
import { AgreementLoader } from './agreement.loader';
import { toAgreementModel } from './agreement.mapper';
import { AgreementModel, CoverageModel } from './agreement.model';
import { AgreementsService } from './agreements.service';

/** The questions to the register of agreements. */
@Resolver(() => AgreementModel)
export class AgreementsResolver {
  constructor(
    private readonly register: AgreementsService,
    private readonly loader: AgreementLoader,
  ) {}

  @Query(() => AgreementConnection, { description: 'The register of agreements, by code.' })
  async agreements(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<AgreementConnection> {
    return toConnection(mapPage(await this.register.find(actor, page), toAgreementModel));
  }

  @Query(() => AgreementModel, { nullable: true, description: 'One agreement; null when there is none.' })
  async agreement(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
  ): Promise<AgreementModel | null> {
    const row = await this.register.findById(actor, id);
    return row && toAgreementModel(row);
  }

  @Query(() => CoverageModel, { description: 'Whether an exchange of a type between two units may be sent.' })
  async coverage(
    @CurrentActor() actor: Actor,
    @Args() args: CoverageArgs,
    @Context() context: GraphqlContext,
  ): Promise<CoverageModel> {
    const answer = await this.register.coverage(actor, args);
    return {
      covered: answer.covered,
      citation: answer.covered ? await this.loader.citation(context, answer.citation) : null,
      refusals: answer.covered ? [] : answer.refusals,
    };
  }
}
