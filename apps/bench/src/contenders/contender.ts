import type { Call, HttpRequest, Officer, OperationName } from '../operations/operation';

/** One of the servers that are compared. */
export type ContenderName = 'ours' | 'floor' | 'postgraphile' | 'nest';

/** How a contender is spoken to, and what its answer means in the words all share. */
export interface Words {
  request(operation: OperationName, call: Call): HttpRequest;
  /** The answer in the shape of the product's own; throws where it is an error. */
  meaning(operation: OperationName, answer: unknown): unknown;
}

/** A server that is up. */
export interface Running extends Words {
  readonly name: ContenderName;
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** A server that can be started. */
export interface Contender {
  readonly name: ContenderName;
  readonly title: string;
  start(place: Place): Promise<Running>;
}

/** Where a contender runs, and for whom it must know a sign-in. */
export interface Place {
  readonly port: number;
  readonly databaseUrl: string;
  readonly logFile: string;
  readonly officers: readonly Officer[];
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** The data of an answer in GraphQL's form. */
export const dataOf = (answer: unknown): unknown => {
  const { data, errors } = answer as GraphqlAnswer;
  if (errors !== undefined || data === undefined || data === null)
    throw new Error(`An error came instead of data: ${JSON.stringify(errors ?? answer).slice(0, 600)}`);
  return data;
};
