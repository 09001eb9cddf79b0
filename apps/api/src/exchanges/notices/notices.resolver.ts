import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { ExchangeMove, NoticeKind } from '@soc-coop/contracts';
import {
  ExchangeMoveEnum,
  LocalDay,
  MarkNoticesSeenInput,
  MarkNoticesUnseenInput,
  NoticeKindEnum,
  NoticesArgs,
} from '@soc-coop/dto';
import { type Actor, CurrentActor } from '../../platform/context';
import { CappedCount, Connection, toConnection } from '../../platform/graphql';
import { NoticesService } from './notices.service';

/** A move of the other side or of a colleague, or a word about a deadline. */
@ObjectType('Notice', {
  description:
    'What the acting unit or the officer is told: a move of the other side, what a colleague has submitted, approved or sent back, or a word about a deadline. Holds no personal data.',
})
class NoticeModel {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The exchange.' })
  exchangeId: string;

  @Field(() => String, { nullable: true, description: 'Its number; null while it is not sent.' })
  number: string | null;

  @Field(() => NoticeKindEnum, { description: 'What it speaks of.' })
  kind: NoticeKind;

  @Field(() => ExchangeMoveEnum, { nullable: true, description: 'What was done, where it speaks of a move.' })
  move: ExchangeMove | null;

  @Field(() => LocalDay, { nullable: true, description: 'The due day, where it speaks of a deadline.' })
  dueOn: string | null;

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

  @Query(() => NoticeConnection, {
    description: 'The notices for the acting unit and for the officer in it, the newest first.',
  })
  async notices(
    @CurrentActor() actor: Actor,
    @Args() { list, ...page }: NoticesArgs,
  ): Promise<NoticeConnection> {
    return toConnection(await this.service.list(actor, page, list ?? 'ALL'));
  }

  @Query(() => CappedCount, {
    description: 'How many notices for the acting unit and for the officer in it are not seen.',
  })
  async unseenNotices(@CurrentActor() actor: Actor): Promise<CappedCount> {
    return this.service.unseen(actor);
  }

  @Mutation(() => Int, {
    description: 'Marks notices as seen for the whole unit; answers how many were new.',
  })
  async markNoticesSeen(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ones.' }) input: MarkNoticesSeenInput,
  ): Promise<number> {
    const { ids, upTo, idempotencyKey } = input;
    return this.service.markSeen(actor, ids ?? upTo ?? [], idempotencyKey);
  }

  @Mutation(() => Int, {
    description: 'Takes back that notices were seen, for the whole unit; answers how many are new again.',
  })
  async markNoticesUnseen(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which ones.' }) input: MarkNoticesUnseenInput,
  ): Promise<number> {
    const { ids, seenAt, idempotencyKey } = input;
    return this.service.markUnseen(actor, ids ?? seenAt ?? [], idempotencyKey);
  }
}
