import agreementsInForce from './examples/agreements-in-force.graphql?raw';
import refusedActs from './examples/refused-acts.graphql?raw';
import trailOfACase from './examples/trail-of-a-case.graphql?raw';
import unitsOfACountry from './examples/units-of-a-country.graphql?raw';

/** What an auditor finds in the tabs at the first visit. */
export const examples: { query: string; variables?: string }[] = [
  { query: refusedActs },
  { query: trailOfACase, variables: json({ number: '' }) },
  { query: agreementsInForce },
  { query: unitsOfACountry, variables: json({ country: 'RO' }) },
];

function json(variables: Readonly<Record<string, string>>): string {
  return JSON.stringify(variables, null, 2);
}
