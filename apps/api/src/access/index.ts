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
