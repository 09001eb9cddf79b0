import { AccountFieldsResolver, MembershipFieldsResolver } from './account-fields.resolver';
import { AccountRegister } from './account-register';
import { AccountLoader } from './account.loader';
import { AccountWritesRepository } from './account-writes.repository';
import { AccountsRepository } from './accounts.repository';
import { AccountsResolver } from './accounts.resolver';
import { AccountsService } from './accounts.service';
import { ManageAccountsService } from './manage-accounts.service';
import { PasswordSetting } from './password-setting';

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
  MembershipFieldsResolver,
  PasswordSetting,
];
