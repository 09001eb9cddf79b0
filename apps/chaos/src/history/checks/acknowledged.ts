import type { Facts, MoveFact, Problem } from '../facts';
import { groupBy } from '../grouping';
import type { Settled } from '../log';

/** A saved draft is no move: it leaves its marker, and is judged by versions. */
const isMove = ({ invoke }: Settled): boolean => invoke.operation !== 'SAVE';

const judge = ({ invoke, end }: Settled, found: readonly MoveFact[]): Problem[] => {
  const { key, operation } = invoke;
  const what = `${operation} ${key}`;
  if (found.length > 1)
    return [{ rule: 'nothing happens twice', detail: `${what} stands there ${found.length} times` }];
  const [move] = found;
  if (end.type === 'fail' && move !== undefined)
    return [{ rule: 'nothing refused is left', detail: `${what} was refused (${end.reason}) and is there` }];
  if (end.type !== 'ok') return [];
  if (move === undefined)
    return [{ rule: 'nothing acknowledged is lost', detail: `${what} was acknowledged and is gone` }];
  const same = move.move === operation && move.exchangeId === end.exchange;
  return same
    ? []
    : [{ rule: 'nothing acknowledged is lost', detail: `${what} became ${move.move} of another case` }];
};

/**
 * Each acknowledged key is there exactly once with its result, each refused one left nothing, an unknown one is there
 * once at most.
 */
export const checkAcknowledged = (ends: readonly Settled[], { moves }: Facts): readonly Problem[] => {
  const byKey = groupBy(moves, ({ key }) => key);
  return ends.filter(isMove).flatMap((end) => judge(end, byKey.get(end.invoke.key) ?? []));
};
