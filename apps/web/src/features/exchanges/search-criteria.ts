import { EXCHANGE_STATES, type ExchangeState, UNSETTLED_STATES } from '@soc-coop/contracts';
import type { LocationQuery } from 'vue-router';
import type { SearchExchangesQueryVariables } from '../../gql/graphql';

/** What may stand in the address: nothing of it says who a case is about. */
export const ADDRESS_FILTERS = ['type', 'state', 'unit', 'from', 'to'] as const;
export type AddressFilter = (typeof ADDRESS_FILTERS)[number];

/** The choice of a state that means several of them. */
export const OPEN = 'open';

/** What the page searches by; words and number of a person never leave the memory of the page. */
export interface SearchCriteria extends Readonly<Record<AddressFilter, string>> {
  readonly words: string;
  readonly identifier: string;
}

export const NO_CRITERIA: SearchCriteria = {
  words: '',
  identifier: '',
  type: '',
  state: '',
  unit: '',
  from: '',
  to: '',
};

/** The filters an address names; what is no filter is passed over. */
export const filtersIn = (query: LocationQuery): Pick<SearchCriteria, AddressFilter> => {
  const read = (name: AddressFilter): string => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  return { type: read('type'), state: read('state'), unit: read('unit'), from: read('from'), to: read('to') };
};

/** The address of a search: its filters and nothing else. */
export const addressOf = (criteria: SearchCriteria): Record<string, string> =>
  Object.fromEntries(
    ADDRESS_FILTERS.map((name) => [name, criteria[name]] as const).filter(([, value]) => value !== ''),
  );

/** True when nothing is asked for; such a search is not made. */
export const isEmpty = (criteria: SearchCriteria): boolean =>
  Object.values(criteria).every((value) => value.trim() === '');

const statesOf = (choice: string): ExchangeState[] => {
  if (choice === OPEN) return [...UNSETTLED_STATES];
  return EXCHANGE_STATES.filter((state) => state === choice);
};

/** What the API is asked, empty fields left out. */
export const variablesOf = (criteria: SearchCriteria): SearchExchangesQueryVariables => {
  const { words, identifier, type, state, unit, from, to } = criteria;
  const states = statesOf(state);
  return {
    ...(words.trim() && { query: words.trim() }),
    ...(identifier.trim() && { identifier: identifier.trim() }),
    ...(type && { type }),
    ...(states.length > 0 && { states }),
    ...(unit && { unit }),
    ...(from && { from }),
    ...(to && { to }),
  };
};
