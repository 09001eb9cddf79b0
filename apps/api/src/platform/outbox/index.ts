export { Outbox, type OutboxEntry } from './outbox.repository';
export { OutboxRelay } from './relay';
