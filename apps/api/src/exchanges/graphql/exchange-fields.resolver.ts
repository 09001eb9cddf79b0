import type { Type } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, AccountModel } from '../../access';
import { AgreementCitationModel, AgreementLoader } from '../../agreements';
import { UnitLoader, UnitModel } from '../../directory';
import { FilledAhead, type GraphqlContext } from '../../platform/graphql';
import { ExchangeDraftModel, ExchangeMessageModel, ExchangeMoveRecordModel } from './exchange-parts.models';
import { ExchangeModel, ExchangeSummaryModel } from './exchange.model';
import { handlerOf, handlerOn } from './handlers';

type Named = Pick<ExchangeModel, 'row' | 'side'>;

/** What resolvers of lists and pages share. */
interface Sides {
  readonly units: UnitLoader;
  readonly accounts: AccountLoader;
}

/** What lists and pages both name of an exchange: the units of both sides, and who handles it. */
const sidesResolver = (model: Type<Named>): Type<Sides> => {
  @Resolver(() => model, { isAbstract: true })
  class SidesResolver implements Sides {
    constructor(
      readonly units: UnitLoader,
      readonly accounts: AccountLoader,
    ) {}

    @FilledAhead()
    @ResolveField(() => UnitModel, { description: 'The unit that asks.' })
    async requestingUnit(@Parent() { row }: Named, @Context() context: GraphqlContext): Promise<UnitModel> {
      return this.units.get(context, row.requestingUnitId);
    }

    @FilledAhead()
    @ResolveField(() => UnitModel, {
      nullable: true,
      description: 'The unit that is asked; null in a new draft.',
    })
    async replyingUnit(
      @Parent() { row }: Named,
      @Context() context: GraphqlContext,
    ): Promise<UnitModel | null> {
      return row.replyingUnitId === null ? null : this.units.get(context, row.replyingUnitId);
    }

    @FilledAhead()
    @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who handles it now.' })
    async handler(
      @Parent() { row, side }: Named,
      @Context() context: GraphqlContext,
    ): Promise<AccountModel | null> {
      const id = handlerOf(row, side);
      return id === null ? null : this.accounts.find(context, id);
    }
  }

  return SidesResolver;
};

/** Units and people of a row of a list. */
@Resolver(() => ExchangeSummaryModel)
export class ExchangeSummaryFieldsResolver extends sidesResolver(ExchangeSummaryModel) {
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- Nest reads what to inject from the class itself
  constructor(units: UnitLoader, accounts: AccountLoader) {
    super(units, accounts);
  }
}

/** Units, people and citation of an exchange. */
@Resolver(() => ExchangeModel)
export class ExchangeFieldsResolver extends sidesResolver(ExchangeModel) {
  constructor(
    units: UnitLoader,
    accounts: AccountLoader,
    private readonly agreements: AgreementLoader,
  ) {
    super(units, accounts);
  }

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who opened it.' })
  async author(
    @Parent() { row }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, row.authorId);
  }

  @FilledAhead()
  @ResolveField(() => AccountModel, {
    nullable: true,
    description: "The officer in charge on the viewer's side; a national coordinator sees the country's.",
  })
  async ownHandler(
    @Parent() { row, ownSide }: ExchangeModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    const id = handlerOn(ownSide, row);
    return id === null ? null : this.accounts.find(context, id);
  }

  @FilledAhead()
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

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who sent it.' })
  async author(
    @Parent() { authorId }: ExchangeMessageModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, authorId);
  }

  @FilledAhead()
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

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer; null when done by rule.' })
  async account(
    @Parent() { accountId }: ExchangeMoveRecordModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return accountId === null ? null : this.accounts.find(context, accountId);
  }

  @FilledAhead()
  @ResolveField(() => UnitModel, { nullable: true, description: 'The unit it was forwarded to.' })
  async toUnit(
    @Parent() { toUnitId }: ExchangeMoveRecordModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel | null> {
    return toUnitId === null ? null : this.units.get(context, toUnitId);
  }

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who was put in charge.' })
  async toAccount(
    @Parent() { toAccountId }: ExchangeMoveRecordModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return toAccountId === null ? null : this.accounts.find(context, toAccountId);
  }

  @FilledAhead()
  @ResolveField(() => UnitModel, { description: 'The unit it was made for.' })
  async unit(
    @Parent() { unitId }: ExchangeMoveRecordModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}

/** Who saved a draft, submitted it and approved it. */
@Resolver(() => ExchangeDraftModel)
export class ExchangeDraftFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who saved it last.' })
  async savedBy(
    @Parent() { savedById }: ExchangeDraftModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return this.accounts.find(context, savedById);
  }

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who submitted it.' })
  async submittedBy(
    @Parent() { submittedById }: ExchangeDraftModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return submittedById === null ? null : this.accounts.find(context, submittedById);
  }

  @FilledAhead()
  @ResolveField(() => AccountModel, { nullable: true, description: 'The officer who approved it.' })
  async approvedBy(
    @Parent() { approvedById }: ExchangeDraftModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel | null> {
    return approvedById === null ? null : this.accounts.find(context, approvedById);
  }
}
