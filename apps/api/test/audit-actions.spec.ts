import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AUDIT_ACTION,
  AUDITED_ACTS,
  ERROR_CODES,
  EXCHANGE_MOVES,
  moveAction,
  MOVES_IN_SERVICE,
} from '@soc-coop/contracts';

const sources = join(__dirname, '..', 'src');

/** Every text in quotes that the sources of the API hold, but for the tests'. */
const literals = (): readonly string[] =>
  readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(sources, path), 'utf8');
      return [...text.matchAll(/(action: )?'([A-Za-z_]+\.[A-Za-z_]+)'/g)].map(
        ([, declared = '', name = '']) => `${declared}${name}`,
      );
    });

/** Names of signals and of entries of the outbox: of the same rooms, and no acts. */
const TOPICS: readonly string[] = ['calendar.changed', 'exchange.dueMoved', 'exchange.moved'];

describe('the names of acts in the audit trail', () => {
  const found = literals();
  const declared = found
    .filter((text) => text.startsWith('action: '))
    .map((text) => text.slice('action: '.length));
  const rooms = new Set(declared.map((name) => name.slice(0, name.indexOf('.'))));

  // Acts that get their name handed over stand in no line with `action:`; they are of the same rooms.
  const handed = found.filter((name) => rooms.has(name.slice(0, name.indexOf('.'))));
  const codes: readonly string[] = ERROR_CODES;
  const names = [...new Set([...declared, ...handed])].filter(
    (name) => !codes.includes(name) && !TOPICS.includes(name),
  );

  it('are all spelled in one way: a room, and one word with humps', () => {
    expect(names.length).toBeGreaterThan(60);
    expect(names).toContain('exchange.saveAnswerDraft');
    expect(names.filter((name) => !AUDIT_ACTION.test(name))).toEqual([]);
  });

  it('each say what they are done to, and none stands there that no source records', () => {
    const recorded = new Set([...names, ...MOVES_IN_SERVICE.map(moveAction)]);
    expect(Object.keys(AUDITED_ACTS).toSorted()).toEqual([...recorded].toSorted());
  });

  it('are those of moves too, and no two moves share one', () => {
    const names = EXCHANGE_MOVES.map(moveAction);
    expect(names.filter((name) => !AUDIT_ACTION.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
