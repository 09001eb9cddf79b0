import { Injectable } from '@nestjs/common';
import type { Locale } from '@soc-coop/contracts';
import { AccountWritesRepository } from '../accounts/account-writes.repository';
import { Acts } from '../../platform/acts';
import type { Session } from '../sessions/session.row';

/** What people choose for themselves. */
@Injectable()
export class ViewerService {
  constructor(
    private readonly acts: Acts,
    private readonly accounts: AccountWritesRepository,
  ) {}

  /** Sets the language of screens and mails. */
  async setLocale(session: Session, idempotencyKey: string, locale: Locale): Promise<void> {
    const act = {
      action: 'account.setLocale',
      resource: { type: 'account', id: session.accountId },
      once: { key: idempotencyKey, input: { locale } },
    };
    await this.acts.perform(session.actor, act, async (note) => {
      note.detail({ locale });
      await this.accounts.setLocale(session.accountId, locale);
      return locale;
    });
  }
}
