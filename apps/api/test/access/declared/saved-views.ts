import { freshKey } from '../../support/browser';
import type { Declaration, Who } from '../declaration';
import { RELATIONS } from '../actors';
import { LISTERS, READ } from './groups';

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

const KEEPERS: Who = Object.fromEntries(
  RELATIONS.map((relation) => [relation, [...READ, 'NATIONAL_COORDINATOR']] as const),
);

/** Lists under names are one's own: who has lists keeps some, auditors and systems none. */
const own = (field: string, probe: Declaration['probe'], allowed: Who = KEEPERS): Declaration => ({
  field,
  probe,
  staff: { allowed },
  otherwise: 'refused',
  nobody: 'sign-in',
  system: 'refused',
});

/** Saved views. */
export const SAVED_VIEWS: readonly Declaration[] = [
  own('Query.savedViews', { query: '{ savedViews { id } }' }, LISTERS),
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
