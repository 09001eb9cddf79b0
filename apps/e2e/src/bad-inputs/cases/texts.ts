import { type Caller, freshKey } from '../../api/caller';
import { SAVE } from '../../api/operations';
import { REQUEST } from '../../api/first-case';
import type { Cases } from '../catalogue';
import type { World } from '../support/world';
import { expectRefused, expectStatus } from './expectations';

const SEARCH = `query($query: String, $identifier: String, $from: LocalDate, $first: Int, $after: String) {
  searchExchanges(query: $query, identifier: $identifier, from: $from, first: $first, after: $after) { nodes { exchange { id } } }
}`;
const search = (caller: Caller, variables: object) => caller.graphql(SEARCH, variables);

/** Saves a draft's text; the version is one nobody has, so that even a text that is taken writes nothing. */
const save = ({ elena, draft }: World, background: unknown) => {
  const input = {
    id: draft.now.id,
    version: 999,
    idempotencyKey: freshKey(),
    content: { ...REQUEST, background },
  };
  return elena.graphql(SAVE, { input });
};
const refusedText = async (world: World, text: string): Promise<void> => {
  expectRefused(await save(world, text), 200, 'request.malformed');
  expectRefused(await search(world.elena, { query: text }), 200, 'request.malformed');
};
const day = async ({ elena }: World, from: string): Promise<void> =>
  expectRefused(await search(elena, { from, query: 'x' }), 200, 'request.malformed');

/** Searched as the text it is: nothing is found, at once, and nothing breaks. */
const foundNothing = async ({ elena }: World, query: string): Promise<void> => {
  const answer = await search(elena, { query });
  expectStatus(answer, 200);
  expect(answer.body.data).toEqual({ searchExchanges: { nodes: [] } });
};

export const TEXT_CASES: Cases = {
  'UNI-001': (world) => refusedText(world, 'a\u0000b'),
  'UNI-003': (world) => refusedText(world, 'a\ud800b'),
  'UNI-004': (world) => refusedText(world, '\u202egnp.exe'),
  'UNI-010': (world) => refusedText(world, `Z${'\u0337'.repeat(10_000)}`),
  'DAT-001': (world) => day(world, '2026-02-30'),
  'DAT-002': async (world) => {
    for (const word of ['infinity', '-infinity', 'today', 'now', 'epoch', 'allballs']) await day(world, word);
  },
  'DAT-004': async (world) => {
    for (const word of ['0000-01-01', '0001-01-01', '300000-01-01', '-000001-01-01']) await day(world, word);
  },
  'DAT-011': async ({ elena }) => {
    const send = (number: string) =>
      elena.send('POST', '/graphql', {
        body: `{"query":"{ viewer { locale } }","variables":{"n":${number}}}`,
      });
    for (const number of ['NaN', 'Infinity', '1e400', '0x10', '1_000'])
      expectRefused(await send(number), 400, 'request.malformed');
    expectStatus(await send('-0'), 200);
  },
  'DAT-012': async ({ elena }) => {
    const body = '{"query":"{ viewer { locale } }","variables":{"n":9007199254740993}}';
    expectRefused(await elena.send('POST', '/graphql', { body }), 400, 'request.malformed');
  },
  'PAG-001': async ({ elena }) => {
    // So many rows are beyond the budget of a query before anybody looks at the argument.
    expectRefused(await search(elena, { query: 'x', first: 2_147_483_647 }), 200, 'request.tooComplex');
    for (const first of [0, -1, 101])
      expectRefused(await search(elena, { query: 'x', first }), 200, 'request.invalid');
  },
  'PAG-002': async ({ elena }) =>
    expectRefused(await search(elena, { query: 'x', after: 'a'.repeat(900_000) }), 200, 'request.invalid'),
  'PAG-003': async ({ elena }) => {
    for (const after of ['x', '====', 'W10', 'bnVsbA'])
      expectRefused(await search(elena, { query: 'x', after }), 200, 'request.cursorInvalid');
  },
  'PAG-009': async (world) => {
    for (const query of ["' OR '1'='1", "'; select pg_sleep(10)--", "\\'; --"])
      await foundNothing(world, query);
  },
  'PAG-010': async (world) => {
    // Signs part words and are nothing else: what is left are the letters, and with signs alone nothing is narrowed.
    // Names are found by how they sound, so that fifty of one letter are that letter.
    for (const query of ['(', '(a+)+$', `${'a'.repeat(50)}!`])
      expectStatus(await search(world.elena, { query }), 200);
  },
};
