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

/** A message as it was sent. */
export interface MessageFact {
  readonly id: string;
  readonly exchangeId: string;
  readonly kind: string;
  readonly version: number;
  /** The hash that stands with it. */
  readonly sha256: string;
  /** Everything that hash vouches for, opened. */
  readonly said: Readonly<Record<string, unknown>>;
}

/** A receipt as it was given (RFC 7515, flattened, the payload shown as it is). */
export interface ReceiptFact {
  readonly exchangeId: string;
  readonly messageId: string;
  readonly receipt: Readonly<Record<string, unknown>>;
  readonly protected: string;
  readonly signature: string;
}

/** A file of a draft or a message, with the hash under its seal. */
export interface FileFact {
  readonly id: string;
  readonly exchangeId: string;
  readonly scan: string;
  readonly sha256: string;
}

/** A step of a deadline, as it was noted or as somebody was told of it, and how often. */
export interface StepFact {
  readonly exchangeId: string;
  readonly step: string;
  readonly dueOn: string;
  /** Who was told; null where it is the note itself. */
  readonly told: string | null;
  readonly times: number;
}

/** Everything the checker reads of the primary, once all is healed. */
export interface Facts {
  readonly moves: readonly MoveFact[];
  readonly exchanges: readonly ExchangeFact[];
  readonly audits: readonly AuditFact[];
  readonly outbox: readonly OutboxFact[];
  readonly messages: readonly MessageFact[];
  readonly receipts: readonly ReceiptFact[];
  /** The public halves of the signing keys, by their names. */
  readonly signingKeys: Readonly<Record<string, string>>;
  readonly files: readonly FileFact[];
  readonly steps: readonly StepFact[];
  /** The sum of the last numbers given, over units and years. */
  readonly numbersGiven: number;
}

/** What a check found: the rule that is broken, and where. */
export interface Problem {
  readonly rule: Rule;
  readonly detail: string;
}

/** The promises a history is held to. */
export const HISTORY_RULES = [
  'nothing acknowledged is lost',
  'nothing refused is left',
  'nothing happens twice',
  'moves, audit and outbox are the same',
  'one change for one version',
  'the path is one of the engine',
  'numbers have no gaps',
  'what was sent is what was hashed',
  'every acceptance has its receipt',
  'no file stays in quarantine',
  'no step is told twice',
  'sessions never read backwards',
  'signals are delivered, their effect once',
  'no answer is an internal error',
] as const;

/** What single trials ask besides. */
type TrialRule =
  | 'the same key gets the same answer'
  | 'nothing is deleted early, and the clock is told'
  | 'the service says that it is away, and soon'
  | 'the service comes back by itself, and soon'
  | 'one retry is enough'
  | 'every trial comes to its end';
export type Rule = (typeof HISTORY_RULES)[number] | TrialRule;
