import { dataOf } from '../contender';
import { graphqlRequest, OWN_DOCUMENTS } from '../graphql-words';
import { peer } from '../peer';

/** What a team writes with Nest, Apollo, TypeORM and DataLoader when it follows their documentation. */
export const nest = peer({
  name: 'nest',
  title: 'Nest + Apollo + TypeORM',
  program: 'nest/main.js',
  words: (credentials) => ({
    request: graphqlRequest(OWN_DOCUMENTS, credentials),
    meaning: (_operation, answer) => dataOf(answer),
  }),
});
