import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { ExchangeMove } from '@soc-coop/contracts';
import { ExchangeMoveEnum, MarkNoticesSeenInput, PageArgs } from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { CappedCount, Connection, toConnection } from '../../platform/graphql';
import { NoticesService } from './notices.service';

/** A move of the other side. */
@ObjectType('Notice', {
  description: 'A move of the other side the acting unit is told of. Holds no personal data.',
})
class NoticeModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The exchange.' })
  exchangeId: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number: string | null;

  @Field(() => ExchangeMoveEnum, { description: 'What was done.' })
  move: ExchangeMove;

  @Field({ description: 'When.' })
  at: Date;

  @Field(() => Date, { nullable: true, description: 'When somebody of the unit saw it.' })
  seenAt: Date | null;
}

/** A page of notices; `totalCount` counts the unseen ones. */
@ObjectType('NoticeConnection', { description: 'A page of notices; `totalCount` counts the unseen ones.' })
export class NoticeConnection extends Connection(NoticeModel, 'Notice') {}

/** What the other sides have done since the unit looked last. */
@Resolver(() => NoticeModel)
export class NoticesResolver {
  constructor(private readonly service: NoticesService) {}

  @Query(() => NoticeConnection, { description: "The acting unit's notices, the newest first." })
  async notices(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<NoticeConnection> {
    return toConnection(await this.service.list(actor, page));
  }

  @Query(() => CappedCount, { description: 'How many notices the acting unit has not seen.' })
  async unseenNotices(@CurrentActor() actor: Actor): Promise<CappedCount> {
    return this.service.unseen(actor);
  }

  @Mutation(() => Int, {
    description: 'Marks notices as seen for the whole unit; answers how many were new.',
  })
  async markNoticesSeen(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Up to when.' }) input: MarkNoticesSeenInput,
  ): Promise<number> {
    return this.service.markSeen(actor, input.upTo, input.idempotencyKey);
  }
}
