export { OutboxNudge } from './nudge';
export { Outbox, type OutboxEntry } from './outbox.repository';
export { OutboxRelay } from './relay';
