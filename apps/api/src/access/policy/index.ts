export type { AccountFacts, ExchangeFacts, UnitFacts } from './facts';
export { accountListPredicate, type PredicatePlace, type SqlPredicate } from './list-predicate';
export { Policy } from './policy';
export type { Action } from './policy-table';
