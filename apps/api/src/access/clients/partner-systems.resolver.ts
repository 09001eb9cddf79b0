import {
  ChangePartnerSystemKeyInput,
  PageArgs,
  RegisterPartnerSystemInput,
  SwitchPartnerSystemInput,
} from '@soc-coop/dto';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UnitLoader, UnitModel } from '../../directory';
import { type Actor, CurrentActor } from '../../platform/context';
import { type GraphqlContext, toConnection } from '../../platform/graphql';
import { mapPage } from '../../platform/paging';
import { PartnerSystemConnection, PartnerSystemModel } from './partner-system.model';
import type { PartnerSystemRow } from './partner-system.row';
import { PartnerSystems } from './partner-systems.service';

/** The register of partner systems, for administrators. */
@Resolver(() => PartnerSystemModel)
export class PartnerSystemsResolver {
  constructor(private readonly systems: PartnerSystems) {}

  @Query(() => PartnerSystemConnection, {
    description: 'The partner systems of the administrator’s country, by name.',
  })
  async partnerSystems(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<PartnerSystemConnection> {
    return toConnection(mapPage(await this.systems.list(actor, page), (row) => this.toModel(row)));
  }

  @Query(() => PartnerSystemModel, { nullable: true, description: 'One partner system of that country.' })
  async partnerSystem(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The system.' }) id: string,
  ): Promise<PartnerSystemModel> {
    return this.toModel(await this.systems.get(actor, id));
  }

  @Mutation(() => ID, { description: 'Registers a partner system for a unit; gives its identifier.' })
  async registerPartnerSystem(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whose system, what it may see, and its public key.' })
    input: RegisterPartnerSystemInput,
  ): Promise<string> {
    return this.systems.register(actor, input);
  }

  @Mutation(() => ID, {
    description: 'Gives a partner system a new key; the present ones are taken until a day.',
  })
  async changePartnerSystemKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new key, and how long the present ones are taken.' })
    input: ChangePartnerSystemKeyInput,
  ): Promise<string> {
    return this.systems.changeKey(actor, input);
  }

  @Mutation(() => ID, { description: 'Switches a partner system off, or on again.' })
  async switchPartnerSystem(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: SwitchPartnerSystemInput,
  ): Promise<string> {
    return this.systems.switch(actor, input);
  }

  private toModel(row: PartnerSystemRow): PartnerSystemModel {
    const { id, name, types, active, version, createdAt, unitId } = row;
    const keys = this.systems.validKeys(row).map(({ kid, alg = '', added, until }) => ({
      kid,
      algorithm: alg,
      added: added ?? null,
      until: until ?? null,
    }));
    return { id, name, types, active, version, createdAt, unitId, keys };
  }
}

/** What hangs on a partner system. */
@Resolver(() => PartnerSystemModel)
export class PartnerSystemFieldsResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => UnitModel, { description: 'The unit it works for.' })
  async unit(
    @Parent() { unitId }: PartnerSystemModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel> {
    return this.units.get(context, unitId);
  }
}
