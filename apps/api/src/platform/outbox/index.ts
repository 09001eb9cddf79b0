export { Outbox, type OutboxEntry } from './outbox.repository';
export { type OutboxHandler, OutboxRelay } from './relay';
