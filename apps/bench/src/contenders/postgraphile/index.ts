import { NOTE, type OperationName, PAGE } from '../../operations/operation';
import { makePatterns } from '../../product';
import { dataOf } from '../contender';
import { graphqlRequest } from '../graphql-words';
import { peer } from '../peer';
import { caseMeaning, inboxMeaning, searchMeaning } from './answers';
import { CASE, INBOX, REMIND, SEARCH } from './documents';

const MEANINGS: Readonly<Partial<Record<OperationName, (data: unknown) => unknown>>> = {
  inbox: inboxMeaning,
  case: caseMeaning,
  search: searchMeaning,
  remind: (data) => data,
};

const patternsOf = makePatterns();

/** PostGraphile over the same tables, with functions where its users would write some. */
export const postgraphile = peer({
  name: 'postgraphile',
  title: 'PostGraphile 5',
  program: 'postgraphile/main.js',
  words: (credentials) => ({
    request: graphqlRequest(
      {
        inbox: () => [INBOX, { first: PAGE }],
        case: ({ id }) => [CASE, { id }],
        search: ({ text = '' }) => [SEARCH, { ...patternsOf(text), first: PAGE }],
        remind: ({ id, version, key }) => [
          REMIND,
          { input: { caseId: id, seen: version, words: NOTE, once: key } },
        ],
      },
      credentials,
    ),
    meaning: (operation, answer) => {
      const meaning = MEANINGS[operation];
      if (meaning === undefined) throw new Error(`PostGraphile has no ${operation}.`);
      return meaning(dataOf(answer));
    },
  }),
});
