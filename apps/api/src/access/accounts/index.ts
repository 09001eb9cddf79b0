import { AccountFieldsResolver, MembershipFieldsResolver } from './account-fields.resolver';
import { AccountRegister } from './account-register';
import { AccountLoader } from './account.loader';
import { AccountWritesRepository } from './account-writes.repository';
import { AccountsRepository } from './accounts.repository';
import { AccountsResolver } from './accounts.resolver';
import { AccountsService } from './accounts.service';
import { ManageAccountsService } from './manage-accounts.service';
import { ManagedAccounts } from './managed-accounts';
import { PasswordSetting } from './password-setting';
import { TakeOffSecondFactor } from './take-off-second-factor.service';

/** What the module needs for people. */
export const ACCOUNTS = [
  AccountFieldsResolver,
  AccountLoader,
  AccountRegister,
  AccountsRepository,
  AccountsResolver,
  AccountsService,
  AccountWritesRepository,
  ManageAccountsService,
  ManagedAccounts,
  MembershipFieldsResolver,
  PasswordSetting,
  TakeOffSecondFactor,
];
