export { DomainError } from './domain-error';
export { toDomainError } from './to-domain-error';
export { preferredLocale, wordError } from './wording';
