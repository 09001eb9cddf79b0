import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, AccountModel } from '../../access';
import { AgreementCitationModel, AgreementLoader } from '../../agreements';
import { UnitLoader, UnitModel } from '../../directory';
import type { GraphqlContext } from '../../platform/graphql';
import type { ExchangeRow } from '../records/exchange.row';
import { ExchangeDraftModel, ExchangeMessageModel, ExchangeMoveRecordModel } from './exchange-parts.models';
import { ExchangeModel, ExchangeSummaryModel } from './exchange.model';

/** Who handles an exchange on the side that has to act: the replier once it accepted, before that the requester. */
const handlerOf = ({ replierHandlerId, requesterHandlerId }: ExchangeRow): string | null =>
  replierHandlerId ?? requesterHandlerId;

/** Units and people of a row of a list. */
@Resolver(() => ExchangeSummaryModel)
export class ExchangeSummaryFieldsResolver {
  constructor(
    private readonly units: UnitLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => UnitModel, { description: 'The unit that asks.' })
  async requestingUnit(
    @Parent() { row }: ExchangeSummaryModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, row.requestingUnitId);
  }

  @ResolveField(() => UnitModel, {
    nullable: true,
    description: 'The unit that is asked; null in a new draft.',
  })
  async replyingUnit(
    @Parent() { row }: ExchangeSummaryModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel | null> {
    return row.replyingUnitId === null ? null : this.units.get(context, row.replyingUnitId);
  }

  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who handles it now.' })
  async handler(
    @Parent() { row }: ExchangeSummaryModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    const id = handlerOf(row);
    return id === null ? null : this.accounts.find(context, id);
  }
}

/** Units, people and citation of an exchange. */
@Resolver(() => ExchangeModel)
export class ExchangeFieldsResolver {
  constructor(
    private readonly units: UnitLoader,
    private readonly accounts: AccountLoader,
    private readonly agreements: AgreementLoader,
  ) {}

  @ResolveField(() => UnitModel, { description: 'The unit that asks.' })
  async requestingUnit(
    @Parent() { row }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, row.requestingUnitId);
  }

  @ResolveField(() => UnitModel, {
    nullable: true,
    description: 'The unit that is asked; null in a new draft.',
  })
  async replyingUnit(
    @Parent() { row }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel | null> {
    return row.replyingUnitId === null ? null : this.units.get(context, row.replyingUnitId);
  }

  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who opened it.' })
  async author(
    @Parent() { row }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, row.authorId);
  }

  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who handles it now.' })
  async handler(
    @Parent() { row }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    const id = handlerOf(row);
    return id === null ? null : this.accounts.find(context, id);
  }

  @ResolveField(() => AgreementCitationModel, {
    nullable: true,
    description: 'Version and clause of the agreement it was sent under; null while it is a draft.',
  })
  async citation(
    @Parent() { citationFacts }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<AgreementCitationModel | null> {
    return citationFacts === null ? null : this.agreements.citation(context, citationFacts);
  }
}

/** Who sent a message. */
@Resolver(() => ExchangeMessageModel)
export class ExchangeMessageFieldsResolver {
  constructor(
    private readonly units: UnitLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who sent it.' })
  async author(
    @Parent() { authorId }: ExchangeMessageModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, authorId);
  }

  @ResolveField(() => UnitModel, { description: 'The unit it was sent for.' })
  async authorUnit(
    @Parent() { authorUnitId }: ExchangeMessageModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, authorUnitId);
  }
}

/** Who made a move. */
@Resolver(() => ExchangeMoveRecordModel)
export class ExchangeMoveFieldsResolver {
  constructor(
    private readonly units: UnitLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer; null when done by rule.' })
  async account(
    @Parent() { accountId }: ExchangeMoveRecordModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return accountId === null ? null : this.accounts.find(context, accountId);
  }

  @ResolveField(() => UnitModel, { description: 'The unit it was made for.' })
  async unit(
    @Parent() { unitId }: ExchangeMoveRecordModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}

/** Who saved a draft. */
@Resolver(() => ExchangeDraftModel)
export class ExchangeDraftFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who saved it last.' })
  async savedBy(
    @Parent() { savedById }: ExchangeDraftModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, savedById);
  }
}
