import { CreateUnitInput, UnitsArgs, UpdateUnitInput } from '@soc-coop/dto';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor } from '../platform/context';
import { toConnection } from '../platform/graphql';
import { mapPage } from '../platform/paging';
import { ManageUnitsService } from './manage-units.service';
import { UnitConnection } from './unit.connection';
import { toUnitModel } from './unit.mapper';
import { TerritoryModel, UnitModel } from './unit.model';
import { UnitsService } from './units.service';

/** The directory's questions and changes. */
@Resolver(() => UnitModel)
export class UnitsResolver {
  constructor(
    private readonly directory: UnitsService,
    private readonly manage: ManageUnitsService,
  ) {}

  @Query(() => [TerritoryModel], { description: 'All counties and districts.' })
  async territories(
    @CurrentActor() actor: Actor,
    @Args('borderArea', {
      type: () => Boolean,
      nullable: true,
      description: 'Only those along the border, or not.',
    })
    borderArea: boolean | null,
  ): Promise<TerritoryModel[]> {
    return this.directory.territories(actor, borderArea ?? null);
  }

  @Query(() => UnitConnection, { description: 'Units of the directory, by code.' })
  async units(@CurrentActor() actor: Actor, @Args() { filter, ...page }: UnitsArgs): Promise<UnitConnection> {
    return toConnection(mapPage(await this.directory.find(actor, filter ?? {}, page), toUnitModel));
  }

  @Query(() => UnitModel, { nullable: true, description: 'One unit; null when there is none.' })
  async unit(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its identifier.' }) id: string,
  ): Promise<UnitModel | null> {
    const row = await this.directory.findById(actor, id);
    return row && toUnitModel(row);
  }

  @Query(() => UnitModel, { nullable: true, description: 'One unit by its code; null when there is none.' })
  async unitByCode(
    @CurrentActor() actor: Actor,
    @Args('code', { description: 'E.g. RO-AJPIS-CT.' }) code: string,
  ): Promise<UnitModel | null> {
    const row = await this.directory.findByCode(actor, code);
    return row && toUnitModel(row);
  }

  @Mutation(() => UnitModel, { description: 'Adds a unit to the directory of the administrator’s country.' })
  async createUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new unit.' }) input: CreateUnitInput,
  ): Promise<UnitModel> {
    return toUnitModel(await this.directory.getById(await this.manage.create(actor, input)));
  }

  @Mutation(() => UnitModel, { description: 'Changes a unit of the administrator’s country.' })
  async updateUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What changes; the rest stays.' }) input: UpdateUnitInput,
  ): Promise<UnitModel> {
    return toUnitModel(await this.directory.getById(await this.manage.update(actor, input)));
  }
}
