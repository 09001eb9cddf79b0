/** What is measured. */
export const OPERATIONS = ['inbox', 'case', 'remind', 'search'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** An officer at work: whose inbox, whose case. */
export interface Officer {
  readonly accountId: string;
  readonly unitId: string;
  readonly email: string;
}

/** One request, before a contender words it. */
export interface Call {
  readonly officer: Officer;
  /** The case that is opened or reminded of. */
  readonly id?: string;
  /** The version the officer saw. */
  readonly version?: number;
  /** What makes the reminder happen once. */
  readonly key?: string;
  /** What is searched for. */
  readonly text?: string;
}

/** A call in the words of one contender. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Rows of an inbox page. */
export const PAGE = 50;
/** The words of every reminder. */
export const NOTE =
  'Vă rugăm să răspundeți până la sfârșitul săptămânii. Молим за отговор до края на седмицата.';
