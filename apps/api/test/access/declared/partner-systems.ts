import { freshKey } from '../../support/browser';
import type { Declaration, Who } from '../declaration';
import type { Probe } from '../probe';
import { ADMINISTRATORS_HERE, mergeWho } from './groups';

const ADMINISTRATORS: Who = mergeWho(ADMINISTRATORS_HERE, {
  asked: ['ADMINISTRATOR'],
  abroad: ['ADMINISTRATOR'],
});
const NO_ID = '00000000-0000-7000-8000-000000000000';

/** The register of a country is its administrators' business; strangers learn nothing of its systems. */
const register = (field: string, probe: Probe, staff: Declaration['staff']): Declaration => ({
  field,
  probe,
  staff,
  otherwise: 'refused',
  nobody: 'sign-in',
  system: 'refused',
});

const hereOnly: Declaration['staff'] = {
  allowed: ADMINISTRATORS_HERE,
  hidden: { asked: ['ADMINISTRATOR'], abroad: ['ADMINISTRATOR'] },
};

/** A mutation about the asking unit's system. */
const change = (name: string, type: string, more: object): Declaration =>
  register(
    `Mutation.${name}`,
    {
      query: `mutation($input: ${type}!) { ${name}(input: $input) }`,
      variables: ({ partnerSystem }) => ({
        input: { idempotencyKey: freshKey(), id: partnerSystem, version: 999_999, ...more },
      }),
      passes: ['request.stale', 'access.keyUnsupported'],
    },
    hereOnly,
  );

/** The register of partner systems. */
export const partnerSystems: readonly Declaration[] = [
  register(
    'Query.partnerSystems',
    { query: '{ partnerSystems { nodes { id } } }' },
    { allowed: ADMINISTRATORS },
  ),
  register(
    'Query.partnerSystem',
    {
      query: 'query($id: ID!) { partnerSystem(id: $id) { name } }',
      variables: ({ partnerSystem }) => ({ id: partnerSystem }),
    },
    hereOnly,
  ),
  register(
    'Mutation.registerPartnerSystem',
    {
      query: 'mutation($input: RegisterPartnerSystemInput!) { registerPartnerSystem(input: $input) }',
      variables: () => ({
        input: { idempotencyKey: freshKey(), name: 'Matrix', unit: NO_ID, types: ['EX02'], publicKeys: '{}' },
      }),
      passes: ['directory.unitNotFound'],
    },
    { allowed: ADMINISTRATORS },
  ),
  change('changePartnerSystemKey', 'ChangePartnerSystemKeyInput', { publicKeys: '{}' }),
  change('switchPartnerSystem', 'SwitchPartnerSystemInput', { active: true }),
];
