import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RemoveDraftFileInput } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../../platform/context';
import { FilledAhead, type GraphqlContext } from '../../../platform/graphql';
import { ExchangesService } from '../../exchanges.service';
import { ExchangeMessageModel } from '../../graphql/exchange-parts.models';
import { toExchangeModel } from '../../graphql/exchange.mapper';
import { ExchangeModel } from '../../graphql/exchange.model';
import { RemoveDraftFile } from '../remove-draft-file';
import { ExchangeDraftFileModel, ExchangeFileModel } from './file.model';
import { toDraftFileModel, toFileModel } from './file.mapper';
import { FilesLoader } from './files.loader';

/** The files of a message. */
@Resolver(() => ExchangeMessageModel)
export class MessageFilesResolver {
  constructor(private readonly loader: FilesLoader) {}

  @FilledAhead()
  @ResolveField(() => [ExchangeFileModel], { description: 'The files sent with it.' })
  async files(
    @Parent() { id }: ExchangeMessageModel,
    @Context() context: GraphqlContext,
  ): Promise<ExchangeFileModel[]> {
    return (await this.loader.ofMessage(context, id)).map(toFileModel);
  }
}

/** The files of drafts. */
@Resolver(() => ExchangeModel)
export class DraftFilesResolver {
  constructor(
    private readonly loader: FilesLoader,
    private readonly exchanges: ExchangesService,
    private readonly removing: RemoveDraftFile,
  ) {}

  @FilledAhead()
  @ResolveField(() => [ExchangeDraftFileModel], {
    description: "The files attached to what the viewer's unit is still writing.",
  })
  async draftFiles(
    @Parent() { id }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<ExchangeDraftFileModel[]> {
    return (await this.loader.inDrafts(context, id)).map(toDraftFileModel);
  }

  @Mutation(() => ExchangeModel, { description: 'Takes a file out of a draft; what was sent stays.' })
  async removeDraftFile(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which file.' }) input: RemoveDraftFileInput,
  ): Promise<ExchangeModel> {
    const exchangeId = await this.removing.remove(actor, input);
    return toExchangeModel(await this.exchanges.get(actor, exchangeId));
  }
}
