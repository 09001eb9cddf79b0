import { Injectable } from '@nestjs/common';
import type { AccountNoticeKind, SecondFactorLoss } from '@soc-coop/contracts';
import { Acts } from '../../platform/acts';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database';
import type { Session } from '../sessions/session.row';
import type { AccountNoticeRow } from './account-notice.row';
import { AccountNoticesRepository } from './account-notices.repository';

/** Tells people what somebody else did to their sign-in, until they say that they have read it. */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly acts: Acts,
    private readonly notices: AccountNoticesRepository,
    private readonly clock: Clock,
  ) {}

  /** Leaves a notice for a person, in the ambient transaction of what was done. */
  async tell(
    accountId: string,
    kind: AccountNoticeKind,
    reason: SecondFactorLoss,
    byAccountId: string,
  ): Promise<void> {
    await this.notices.insert(accountId, { id: newId(), kind, reason, byAccountId, at: this.clock.now() });
  }

  /** What the person has not read yet. No personal data of others is in it: it is not audited. */
  async unseen({ actor, accountId }: Session): Promise<AccountNoticeRow[]> {
    return this.acts.look(actor, () => this.notices.unseen(accountId));
  }

  /** The person has read these. */
  async markSeen(session: Session, idempotencyKey: string, ids: readonly string[]): Promise<number> {
    const { actor, accountId } = session;
    const act = {
      action: 'account.readNotices',
      resource: { type: 'account', id: accountId },
      once: { key: idempotencyKey, input: { ids } },
    };
    return this.acts.perform(actor, act, async (note) => {
      const seen = await this.notices.markSeen(accountId, ids, this.clock.now());
      note.detail({ seen });
      return seen;
    });
  }
}
