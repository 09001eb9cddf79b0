export { AccessHousekeeping } from './access-housekeeping';
export { AccessModule } from './access.module';
export { AccountLoader } from './accounts/account.loader';
export { AccountModel } from './accounts/account.model';
export { AccountsService } from './accounts/accounts.service';
export {
  type AccountFacts,
  type Action,
  type Decision,
  type ExchangeFacts,
  Policy,
  type PredicatePlace,
  type SqlPredicate,
  type UnitFacts,
} from './policy';
export { PasswordHasher } from './passwords/password-hasher';
export { toBase32 } from './second-factor/base32';
export { SECOND_FACTOR_PURPOSE } from './second-factor/second-factor-check';
export { ViewerModel } from './viewer/viewer.model';
