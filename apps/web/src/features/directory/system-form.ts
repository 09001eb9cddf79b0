import type { RegisterPartnerSystemInput } from '../../gql/graphql';

/** What an administrator fills in about a partner system. */
export type SystemValues = Omit<RegisterPartnerSystemInput, 'idempotencyKey'>;

export const emptySystem = (): SystemValues => ({ name: '', unit: '', types: [], publicKeys: '' });

/** Ids of the controls that are missing. */
export const systemGaps = ({ name, unit, types, publicKeys }: SystemValues): readonly string[] => [
  ...(name.trim() ? [] : ['system-name']),
  ...(unit ? [] : ['system-unit']),
  ...(types.length > 0 ? [] : ['system-types']),
  ...(publicKeys.trim() ? [] : ['system-keys']),
];
