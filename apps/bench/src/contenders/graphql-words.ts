import { CASE, INBOX, REMIND, SEARCH } from '../operations/documents';
import {
  type Call,
  type HttpRequest,
  NOTE,
  type Officer,
  type OperationName,
  PAGE,
} from '../operations/operation';

type Documents = Readonly<Partial<Record<OperationName, (call: Call) => readonly [string, unknown]>>>;

/** The documents of the product's own schema. */
export const OWN_DOCUMENTS: Documents = {
  inbox: () => [INBOX, { first: PAGE }],
  case: ({ id }) => [CASE, { id }],
  search: ({ text }) => [SEARCH, { query: text, first: PAGE }],
  remind: ({ id, version, key }) => [REMIND, { input: { id, version, note: NOTE, idempotencyKey: key } }],
};

/** Words a GraphQL server is asked in, with the credentials of the officer. */
export const graphqlRequest =
  (documents: Documents, credentials: (officer: Officer) => Readonly<Record<string, string>>) =>
  (operation: OperationName, call: Call): HttpRequest => {
    const words = documents[operation]?.(call);
    if (words === undefined) throw new Error(`There is no document for ${operation}.`);
    const [query, variables] = words;
    return {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...credentials(call.officer) },
      body: JSON.stringify({ query, variables }),
    };
  };
