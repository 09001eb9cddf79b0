export {
  Policy,
  type AccountFacts,
  type Action,
  type Decision,
  type ExchangeFacts,
  type PredicatePlace,
  type SqlPredicate,
  type UnitFacts,
} from './policy';
export { PasswordHasher } from './passwords/password-hasher';
export { toBase32 } from './second-factor/base32';
export { SECOND_FACTOR_PURPOSE } from './second-factor/second-factor-check';
