export { checkIdentifier, compactIdentifier } from './check';
export { maskIdentifier } from './mask';
export {
  CONFIRMABLE_REASONS,
  IDENTIFIER_REASONS,
  IDENTIFIER_TYPES,
  type IdentifierCheck,
  type IdentifierFacts,
  type IdentifierReason,
  type IdentifierSex,
  type IdentifierType,
  PERSON_IDENTIFIER_TYPES,
} from './types';
export {
  IDENTIFIER_WARNINGS,
  type IdentifierComparison,
  type IdentifierWarning,
  identifierWarnings,
} from './warnings';
