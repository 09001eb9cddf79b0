export { DomainError } from './domain-error';
export { lostARace, waitedInVain } from './lost-a-race';
export { toDomainError } from './to-domain-error';
export { preferredLocale, wordError } from './wording';
