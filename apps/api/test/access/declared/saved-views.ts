import { freshKey } from '../../support/browser';
import type { Declaration } from '../declaration';
import { LISTERS } from './groups';

const NO_ID = '00000000-0000-7000-8000-000000000000';

const view = () => ({
  idempotencyKey: freshKey(),
  name: `matrix ${freshKey().replace(/\d/g, '')}`,
  queue: 'ALL',
  filter: {},
  columns: ['TYPE'],
  pageSize: 25,
  shared: false,
});

/** Lists under names are one's own: whoever has lists keeps some; systems keep none. */
const own = (field: string, probe: Declaration['probe']): Declaration => ({
  field,
  probe,
  staff: { allowed: LISTERS },
  otherwise: 'refused',
  nobody: 'sign-in',
  system: 'refused',
});

/** Saved views. */
export const SAVED_VIEWS: readonly Declaration[] = [
  own('Query.savedViews', { query: '{ savedViews { id } }' }),
  own('Mutation.createSavedView', {
    query: 'mutation($input: CreateSavedViewInput!) { createSavedView(input: $input) { id } }',
    variables: () => ({ input: view() }),
  }),
  own('Mutation.updateSavedView', {
    query: 'mutation($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { id } }',
    variables: () => ({ input: { ...view(), id: NO_ID, version: 1 } }),
    passes: ['exchange.viewNotFound'],
  }),
  own('Mutation.removeSavedView', {
    query: 'mutation($input: RemoveSavedViewInput!) { removeSavedView(input: $input) }',
    variables: () => ({ input: { idempotencyKey: freshKey(), id: NO_ID } }),
    passes: ['exchange.viewNotFound'],
  }),
];
