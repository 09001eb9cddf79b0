import { NOTE, type OperationName, PAGE } from '../../operations/operation';
import { dataOf } from '../contender';
import { graphqlRequest } from '../graphql-words';
import { peer } from '../peer';
import { caseMeaning, inboxMeaning } from './answers';
import { CASE, INBOX, REMIND } from './documents';

const MEANINGS: Readonly<Partial<Record<OperationName, (data: unknown) => unknown>>> = {
  inbox: inboxMeaning,
  case: caseMeaning,
  remind: (data) => data,
};

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
