/** A move as the database has it. */
export interface MoveFact {
  readonly id: string;
  readonly exchangeId: string;
  readonly sequence: number;
  readonly move: string;
  readonly side: string | null;
  readonly stateAfter: string;
  readonly key: string;
}

/** An exchange as the database has it. */
export interface ExchangeFact {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  readonly fileNumber: string | null;
}

/** How often the trail says that something was done to an exchange. */
export interface AuditFact {
  readonly exchangeId: string;
  readonly action: string;
  readonly times: number;
}

/** A signal of a move. */
export interface OutboxFact {
  readonly id: string;
  readonly moveId: string;
  readonly delivered: boolean;
  /** How many notices it became. */
  readonly notices: number;
}

/** A message, and the hash the product's own function gives for what was stored. */
export interface MessageFact {
  readonly exchangeId: string;
  readonly kind: string;
  readonly version: number;
}

/** Everything the checker reads of the primary, once all is healed. */
export interface Facts {
  readonly moves: readonly MoveFact[];
  readonly exchanges: readonly ExchangeFact[];
  readonly audits: readonly AuditFact[];
  readonly outbox: readonly OutboxFact[];
  readonly messages: readonly MessageFact[];
  /** The sum of the last numbers given, over units and years. */
  readonly numbersGiven: number;
}

/** What a check found: the rule that is broken, and where. */
export interface Problem {
  readonly rule: Rule;
  readonly detail: string;
}

/** The promises, by name. */
export const RULES = [
  'nothing acknowledged is lost',
  'nothing refused is left',
  'nothing happens twice',
  'moves, audit and outbox are the same',
  'one change for one version',
  'the path is one of the engine',
  'numbers have no gaps',
  'sessions never read backwards',
  'signals are delivered, their effect once',
  'no answer is an internal error',
  'the service says that it is away, and soon',
  'the service comes back by itself, and soon',
  'one retry is enough',
] as const;
export type Rule = (typeof RULES)[number];
