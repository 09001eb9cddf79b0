import type { ExchangeMove } from '@soc-coop/contracts';
import { CASE_TO_MOVE, type CaseLook } from './look';

/** What a move must know of a case before it is made, and how it may be read. */
export interface MoveLook {
  readonly parts: CaseLook;
  /**
   * True where everything read changes only together with the version of the case: then the statement that locks the
   * row may read it too. Whoever had to wait for the lock finds another version, and what was read counts for nothing.
   * What changes by itself, as drafts, certificates and agreements do, is read by a statement that sees what the lock
   * has waited for.
   */
  readonly asTheLock: boolean;
  /**
   * True where the record, and the key to seal with, are all that is read: then nothing is locked. Whoever comes too late
   * is found out by the guarded update, and the whole act looks again.
   */
  readonly unlocked: boolean;
}

const NOTHING: CaseLook = {
  moves: false,
  remarks: false,
  messages: false,
  contents: false,
  key: false,
  person: false,
  drafts: false,
  standing: false,
  citation: false,
  files: false,
  dueMoves: false,
  names: false,
};

type Part = Extract<keyof CaseLook, 'moves' | 'messages' | 'standing'>;

/** What each move is judged by and made of, beside the record; a move that is not named here may look at everything. */
const PARTS: Readonly<Partial<Record<ExchangeMove, readonly Part[]>>> = {
  ACCEPT: ['messages', 'standing'],
  REFUSE: [],
  CLOSE: [],
  ASK_CLARIFICATION: ['standing'],
  ANSWER_CLARIFICATION: ['standing'],
  REMIND: [],
  REPLY_TO_REMINDER: ['moves'],
  INVALIDATE: [],
  WITHDRAW: [],
  FORWARD: ['moves'],
  ASSIGN: [],
  TAKE_OVER: [],
  PROPOSE_DATE: [],
  AGREE_DATE: ['moves'],
  ASK_REOPENING: ['moves'],
  AGREE_REOPENING: ['moves', 'standing'],
  DECLINE_REOPENING: ['moves'],
};

/**
 * The look of a move. The key is read where the move says something, which will be sealed. A look that forgets something
 * costs a statement more and never another answer.
 */
export const lookOfMove = (move: ExchangeMove, says: boolean): MoveLook => {
  const name = `${move} ${says}`;
  const look = looks.get(name) ?? makeLook(move, says);
  looks.set(name, look);
  return look;
};

const looks = new Map<string, MoveLook>();

const makeLook = (move: ExchangeMove, says: boolean): MoveLook => {
  const parts = PARTS[move];
  if (parts === undefined) return { parts: CASE_TO_MOVE, asTheLock: false, unlocked: false };
  const named = Object.fromEntries(parts.map((part) => [part, true]));
  return {
    parts: { ...NOTHING, ...named, key: says },
    asTheLock: !parts.includes('standing'),
    unlocked: parts.length === 0,
  };
};
