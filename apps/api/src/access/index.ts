export {
  Policy,
  type AccountFacts,
  type Action,
  type Decision,
  type ExchangeFacts,
  type UnitFacts,
} from './policy';
