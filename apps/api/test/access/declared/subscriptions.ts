import type { Declaration } from '../declaration';
import { DRAFT_VIEWERS, LISTERS, VIEWERS, WITHOUT_CASES } from './groups';

/** Everything one can listen to; what is told afterwards is asked of the policy event by event. */
export const SUBSCRIPTIONS: readonly Declaration[] = [
  {
    field: 'Subscription.exchangeChanged',
    of: 'all within reach',
    probe: { query: 'subscription { exchangeChanged { kind } }' },
    staff: { allowed: LISTERS },
    otherwise: 'refused',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Subscription.exchangeChanged',
    of: 'one that was answered',
    probe: {
      query: 'subscription($id: ID) { exchangeChanged(exchange: $id) { kind } }',
      variables: ({ exchange }) => ({ id: exchange.id }),
    },
    staff: { allowed: VIEWERS, refused: WITHOUT_CASES },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
  {
    field: 'Subscription.exchangeChanged',
    of: 'a draft',
    probe: {
      query: 'subscription($id: ID) { exchangeChanged(exchange: $id) { kind } }',
      variables: async ({ inState }) => ({ id: (await inState('draft')).id }),
    },
    staff: { allowed: DRAFT_VIEWERS, refused: WITHOUT_CASES },
    otherwise: 'hidden',
    nobody: 'sign-in',
    system: 'allowed',
  },
];
