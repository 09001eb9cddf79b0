import type { AccountNoticeKind, SecondFactorLoss } from '@soc-coop/contracts';

/** What somebody else did to a person's sign-in. */
export interface AccountNoticeRow {
  readonly id: string;
  readonly kind: AccountNoticeKind;
  readonly reason: SecondFactorLoss;
  readonly byAccountId: string;
  readonly at: Date;
}
