/** The operations clients make; all but reading change something and carry a key. */
export const OPERATIONS = ['OPEN', 'SAVE', 'SEND', 'ACCEPT', 'ANSWER', 'CLOSE'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** Before the first try: what is about to be asked, under which key. */
export interface Invoke {
  readonly type: 'invoke';
  readonly key: string;
  readonly session: string;
  readonly operation: OperationName;
  /** Null where the operation makes the exchange. */
  readonly exchange: string | null;
  /** The version the client saw, which the operation must find. */
  readonly base: number | null;
  /** What a save leaves where the checker can read it. */
  readonly marker: string | null;
}

/** The server said that it is done. */
export interface Acknowledged {
  readonly type: 'ok';
  readonly key: string;
  readonly session: string;
  readonly exchange: string;
  readonly version: number;
}

/** The server said that it will not be done. */
export interface Refused {
  readonly type: 'fail';
  readonly key: string;
  readonly reason: string;
}

/** Nobody can tell: the connection broke, the time ran out, the service was away. */
export interface Unknown {
  readonly type: 'unknown';
  readonly key: string;
  readonly why: string;
}

/** Before its first byte leaves: a file, under a key its name carries. */
export interface Attach {
  readonly type: 'attach';
  readonly key: string;
  readonly session: string;
  readonly exchange: string;
  /** SHA-256, hexadecimal, of bytes no other file has. */
  readonly sha256: string;
}

/** The server named the file the bytes have become. */
export interface Attached {
  readonly type: 'attached';
  readonly key: string;
  readonly file: string;
}

/** The server said that it takes no such file now. */
export interface NotAttached {
  readonly type: 'notAttached';
  readonly key: string;
  readonly reason: string;
}

/** What a file was when it was read again, once all was healed. */
export interface Downloaded {
  readonly type: 'downloaded';
  readonly file: string;
  /** Null where it was not given out … */
  readonly sha256: string | null;
  /** … and what was said instead. */
  readonly why: string | null;
}

/** A session asks for an exchange … */
export interface Ask {
  readonly type: 'ask';
  readonly read: number;
  readonly session: string;
  readonly exchange: string;
}

/** … and is told its version. */
export interface Told {
  readonly type: 'read';
  readonly read: number;
  readonly session: string;
  readonly exchange: string;
  readonly version: number;
}

/** Something was broken on purpose. */
export interface Fault {
  readonly type: 'fault';
  readonly what: string;
}

export type FileEvent = Attach | Attached | NotAttached | Downloaded;
export type HistoryEvent = Invoke | Acknowledged | Refused | Unknown | FileEvent | Ask | Told | Fault;
