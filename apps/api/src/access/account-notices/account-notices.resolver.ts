import { MarkAccountNoticesSeenInput } from '@soc-coop/dto';
import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../platform/graphql';
import { AccountLoader } from '../accounts/account.loader';
import { AccountModel } from '../accounts/account.model';
import { CurrentSession, requireSession } from '../sessions/require-session';
import type { Session } from '../sessions/session.row';
import { ViewerModel } from '../viewer/viewer.model';
import { AccountNoticeModel } from './account-notice.model';
import { AccountNotices } from './account-notices.service';

/** What the caller is told of the own sign-in. */
@Resolver(() => ViewerModel)
export class AccountNoticesResolver {
  constructor(private readonly notices: AccountNotices) {}

  @ResolveField(() => [AccountNoticeModel], {
    description: 'What others did to the caller’s sign-in and the caller has not read yet, the newest first.',
  })
  async accountNotices(@CurrentSession() session: Session | null): Promise<AccountNoticeModel[]> {
    return this.notices.unseen(requireSession(session, 'full'));
  }

  @Mutation(() => Int, { description: 'Marks such notices as read; gives how many were not yet.' })
  async markAccountNoticesSeen(
    @CurrentSession() session: Session | null,
    @Args('input', { description: 'Which ones.' }) { ids, idempotencyKey }: MarkAccountNoticesSeenInput,
  ): Promise<number> {
    return this.notices.markSeen(requireSession(session, 'full'), idempotencyKey, ids);
  }
}

/** What hangs on such a notice. */
@Resolver(() => AccountNoticeModel)
export class AccountNoticeFieldsResolver {
  constructor(private readonly people: AccountLoader) {}

  @ResolveField(() => AccountModel, { description: 'Who did it.' })
  async by(
    @Parent() { byAccountId }: AccountNoticeModel,
    @Context() context: GraphqlContext,
  ): Promise<AccountModel> {
    return this.people.get(context, byAccountId);
  }
}
