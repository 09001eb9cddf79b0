export { DomainError } from './domain-error';
export { codeForDatabaseFailure, sqlState } from './sqlstate';
export { toDomainError } from './to-domain-error';
export { preferredLocale, wordError } from './wording';
