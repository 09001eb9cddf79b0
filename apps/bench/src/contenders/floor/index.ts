import { NOTE, type Call, type HttpRequest, type OperationName } from '../../operations/operation';
import { dataOf } from '../contender';
import { peer } from '../peer';

type Words = Omit<HttpRequest, 'headers'>;

const WORDS: Readonly<Partial<Record<OperationName, (call: Call) => Words>>> = {
  inbox: () => ({ method: 'GET', path: '/inbox' }),
  case: ({ id }) => ({ method: 'GET', path: `/case?id=${id}` }),
  search: ({ text = '' }) => ({ method: 'GET', path: `/search?query=${encodeURIComponent(text)}` }),
  remind: ({ id, version, key }) => ({
    method: 'POST',
    path: '/remind',
    body: JSON.stringify({ id, version, note: NOTE, key }),
  }),
};

/** The plain best idea: node:http, one prepared statement that builds the JSON, nothing in between. */
export const floor = peer({
  name: 'floor',
  title: 'node:http + one SQL',
  program: 'floor/main.js',
  words: (credentials) => ({
    request: (operation, call) => {
      const words = WORDS[operation]?.(call);
      if (words === undefined) throw new Error(`The floor has no ${operation}.`);
      return { headers: credentials(call.officer), ...words };
    },
    meaning: (_operation, answer) => dataOf(answer),
  }),
});
