import { AuditEventsArgs } from '@soc-coop/dto';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UnitLoader, UnitModel } from '../../directory';
import { type Actor, CurrentActor } from '../../platform/context';
import { SecretBox } from '../../platform/crypto';
import { type GraphqlContext, toConnection } from '../../platform/graphql';
import { mapPage } from '../../platform/paging';
import { AuditEventConnection } from './audit-event.connection';
import { toAuditEventModel } from './audit-event.mapper';
import { AuditEventModel } from './audit-event.model';
import { AuditTrailService } from './audit-trail.service';

/** The audit trail. */
@Resolver(() => AuditEventModel)
export class AuditTrailResolver {
  constructor(
    private readonly trail: AuditTrailService,
    private readonly units: UnitLoader,
    private readonly box: SecretBox,
  ) {}

  @Query(() => AuditEventConnection, {
    description: 'The audit trail, the newest event first; for auditors.',
  })
  async auditEvents(
    @CurrentActor() actor: Actor,
    @Args() { filter, ...page }: AuditEventsArgs,
  ): Promise<AuditEventConnection> {
    const found = await this.trail.find(actor, filter ?? {}, page);
    return toConnection(mapPage(found, (row) => toAuditEventModel(this.box, row)));
  }

  @ResolveField(() => UnitModel, { nullable: true, description: 'The unit it was done for.' })
  async unit(
    @Parent() { unitId }: AuditEventModel,
    @Context() context: GraphqlContext,
  ): Promise<UnitModel | null> {
    return unitId === null ? null : this.units.find(context, unitId);
  }
}
