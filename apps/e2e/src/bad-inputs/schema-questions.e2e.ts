import type { Caller } from '../api/caller';
import { PEOPLE } from '../api/people';
import { NOBODY } from './generators/calls';
import { expectClean } from './support/judge';
import { crowdOf, stranger } from './support/places';
import { unharmed } from './support/unharmed';

jest.setTimeout(120_000);

const ASKED = '__schema { mutationType { name } subscriptionType { name } types { name } }';
const NAMED = '__type(name: "Mutation") { name fields { name } }';

/** Ways to ask for the schema without it standing where one looks first. */
const ways = (asked: string): readonly (readonly [string, string])[] => [
  ['plainly', `{ ${asked} }`],
  ['under another name', `{ viewer: ${asked} }`],
  ['in a fragment', `{ ...f } fragment f on Query { ${asked} }`],
  [
    'in a fragment of fragments',
    `{ ...f } fragment f on Query { ...g } fragment g on Query { ... { ...h } } fragment h on Query { ${asked} }`,
  ],
  ['in an inline fragment', `{ ... on Query { ... { ${asked} } } }`],
  ['beside something harmless', `{ __typename ...f } fragment f on Query { x: __typename ${asked} }`],
  ['on a condition', `query($yes: Boolean = true) { ... @include(if: $yes) { ${asked} } }`],
];
const all = [...ways(ASKED), ...ways(NAMED)];

let auditor: Caller;
beforeAll(async () => {
  auditor = await crowdOf(PEOPLE.carmen);
});

it.each(all)('a stranger who asks for the schema %s gets nothing of it', async (_, query) => {
  const answer = await unharmed(() => stranger().graphql(query));
  expectClean(answer);
  expect(answer.body.errors?.map(({ extensions }) => extensions.reason)).toEqual(['access.signInRequired']);
  expect(answer.body.data ?? null).toBeNull();
});

it.each(all)('an auditor who asks for it %s sees nothing that changes anything', async (_, query) => {
  const answer = await auditor.graphql(query);
  expectClean(answer);
  expect(answer.body.errors).toBeUndefined();
  expect(JSON.stringify(answer.body.data)).not.toMatch(/"(?:Mutation|Subscription|openExchange)"/);
});

it('a question that a schema question stands beside is answered or refused as it would be alone', async () => {
  const beside = '__schema { queryType { name } }';
  const missing = `exchange(id: "${NOBODY}") { id }`;
  const alone = await auditor.graphql(`{ ${missing} }`);
  const together = await auditor.graphql(`{ ${beside} ${missing} }`);
  expectClean(together);
  expect(together.body.errors?.map(({ extensions }) => extensions.reason)).toEqual(
    alone.body.errors?.map(({ extensions }) => extensions.reason),
  );
  const listed = await auditor.graphql<{ courses: object[] }>(`{ ${beside} courses { id } }`);
  expectClean(listed);
  expect(listed.body.errors).toBeUndefined();
  expect(listed.body.data?.courses.length).toBeGreaterThan(0);
});

it('another operation of the same document does not change how the one that runs is answered', async () => {
  const query = `query A { ${ASKED} } query B { exchange(id: "${NOBODY}") { id } courses { id } }`;
  const answer = await auditor.send<{ errors?: { extensions: { reason: string } }[] }>('POST', '/graphql', {
    body: { query, operationName: 'B' },
  });
  expectClean(answer);
  expect(answer.body.errors?.map(({ extensions }) => extensions.reason)).toEqual(['exchange.notFound']);
});
