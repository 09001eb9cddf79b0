import type { ExchangeMove } from './vocabulary';

/** A name as the audit trail spells it: a room, and what was done there in one word with humps. */
export const AUDIT_ACTION = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** The name of a move in the audit trail: `exchange.proposeDate`. */
export const moveAction = (move: ExchangeMove): string =>
  `exchange.${move.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/**
 * The trail is never rewritten: until 0.2.0 moves of several words were spelled `exchange.propose_date`. The present
 * name of an event, whenever it was written.
 */
export const presentAction = (action: string): string =>
  action.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Every spelling an act may stand in the trail under. */
export const spellingsOf = (action: string): readonly string[] => {
  const before = action.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return before === action ? [action] : [action, before];
};
