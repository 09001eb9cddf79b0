import type { Facts, Problem } from '../facts';

/** The moves of a first case whose other side must hear of them. */
const TOLD = new Set(['SEND', 'ACCEPT', 'ANSWER', 'CLOSE']);

/** Every signal reaches its receiver at least once, and its effect, the notice, is there exactly once. */
export const checkDelivery = ({ moves, outbox }: Facts, keys: ReadonlySet<string>): readonly Problem[] => {
  const told = new Set(moves.filter(({ key, move }) => keys.has(key) && TOLD.has(move)).map(({ id }) => id));
  return outbox.flatMap(({ id, moveId, delivered, notices }): Problem[] => {
    const rule = 'signals are delivered, their effect once';
    if (!delivered) return [{ rule, detail: `signal ${id} was never delivered` }];
    if (told.has(moveId) && notices !== 1)
      return [{ rule, detail: `signal ${id} became ${notices} notices instead of one` }];
    return [];
  });
};
