import {
  AccountsArgs,
  CreateAccountInput,
  ResetAccountPasswordArgs,
  TakeOffSecondFactorInput,
  UpdateAccountInput,
} from '@soc-coop/dto';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../../platform/context';
import { type GraphqlContext, toConnection } from '../../platform/graphql';
import { mapPage } from '../../platform/paging';
import { AccountConnection } from './account.connection';
import { AccountLoader } from './account.loader';
import { toAccountModel } from './account.mapper';
import { AccountModel, CreatedAccountModel } from './account.model';
import { AccountsService } from './accounts.service';
import { ManageAccountsService } from './manage-accounts.service';
import { TakeOffSecondFactor } from './take-off-second-factor.service';

/** People: found by those who work with them, entered and changed by administrators. */
@Resolver(() => AccountModel)
export class AccountsResolver {
  constructor(
    private readonly accountsService: AccountsService,
    private readonly manage: ManageAccountsService,
    private readonly factor: TakeOffSecondFactor,
    private readonly loader: AccountLoader,
  ) {}

  @Query(() => AccountConnection, { description: 'The people the caller may see, by name.' })
  async accounts(
    @CurrentActor() actor: Actor,
    @Args() { filter, ...page }: AccountsArgs,
  ): Promise<AccountConnection> {
    return toConnection(mapPage(await this.accountsService.find(actor, filter ?? {}, page), toAccountModel));
  }

  @Query(() => AccountModel, { nullable: true, description: 'One person the caller may see.' })
  async account(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Promise<AccountModel> {
    return toAccountModel(await this.accountsService.get(actor, id));
  }

  @Mutation(() => CreatedAccountModel, { description: 'Enters a person of the administrator’s country.' })
  async createAccount(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and what the person may do where.' }) input: CreateAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<CreatedAccountModel> {
    const { id, temporaryPassword } = await this.manage.create(actor, input);
    return { account: await this.loader.get(context, id), temporaryPassword };
  }

  @Mutation(() => AccountModel, { description: 'Changes a person of the administrator’s country.' })
  async updateAccount(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What changes; the rest stays.' }) input: UpdateAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel> {
    return this.loader.get(context, await this.manage.update(actor, input));
  }

  @Mutation(() => String, {
    description: 'Sets a person’s password anew and gives the one to begin with; shown once.',
  })
  async resetAccountPassword(
    @CurrentActor() actor: Actor,
    @Args() { id, idempotencyKey }: ResetAccountPasswordArgs,
  ): Promise<string> {
    const { temporaryPassword } = await this.manage.resetPassword(actor, id, idempotencyKey);
    return temporaryPassword;
  }

  @Mutation(() => AccountModel, {
    description:
      'Takes a lost second factor off another person, ends the person’s sessions and tells the person.',
  })
  async takeOffSecondFactor(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Off whom, and why.' }) input: TakeOffSecondFactorInput,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel> {
    return this.loader.get(context, await this.factor.takeOff(actor, input));
  }
}
