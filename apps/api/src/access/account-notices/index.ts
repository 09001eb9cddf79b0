import { AccountNoticeFieldsResolver, AccountNoticesResolver } from './account-notices.resolver';
import { AccountNoticesRepository } from './account-notices.repository';
import { AccountNotices } from './account-notices.service';

/** What the module needs to tell people of their sign-in. */
export const ACCOUNT_NOTICES = [
  AccountNoticeFieldsResolver,
  AccountNotices,
  AccountNoticesRepository,
  AccountNoticesResolver,
];
