import {
  type ExecutionArgs,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Config } from '../../config';
import type { Actor } from '../../context';
import { DomainError } from '../../errors';
import { assertDocumentAllowed } from '../documents/document-policy.plugin';
import { documentHash, type KnownDocuments } from '../documents/known-documents';
import { GRAPHQL_LIMITS } from '../limits';
import { inspectOperation } from '../operation-guard.plugin';

/** What stands behind the documents that arrive. */
export interface DocumentRules {
  readonly schema: GraphQLSchema;
  readonly known: KnownDocuments;
  readonly config: Config;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The hash a client names instead of a text, as over HTTP: `extensions.persistedQuery.sha256Hash`. */
const hashOf = ({ extensions }: SubscribePayload): string | null => {
  const persisted = extensions?.['persistedQuery'];
  const hash = isRecord(persisted) ? persisted['sha256Hash'] : null;
  return typeof hash === 'string' ? hash : null;
};

/** The text of the document asked for: by its hash, or as it stands. */
const textOf = (payload: SubscribePayload, known: KnownDocuments): string => {
  const hash = hashOf(payload);
  // The protocol wants a `query` in every message; next to a hash it is empty.
  if (hash === null || payload.query !== '') {
    if (hash !== null && documentHash(payload.query) !== hash) throw new DomainError('request.malformed');
    return payload.query;
  }
  const text = known.textOf(hash);
  if (text === null) throw new DomainError('request.operationUnknown');
  return text;
};

/**
 * Reads, validates and measures a subscription by the rules that hold over HTTP.
 * @throws DomainError, or GraphQLError around one
 */
export const readSubscription = (
  payload: SubscribePayload,
  actor: Actor,
  { schema, known, config }: DocumentRules,
): ExecutionArgs | readonly GraphQLError[] => {
  const text = textOf(payload, known);
  assertDocumentAllowed(actor, documentHash(text), known, config);
  const document = parse(text, { maxTokens: GRAPHQL_LIMITS.tokens });
  const problems = validate(schema, document);
  if (problems.length > 0) return problems;
  const operationName = payload.operationName ?? null;
  const operation = getOperationAST(document, operationName);
  // Everything else goes over HTTP, where rate limits, idempotency and tokens against foreign sites stand.
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) throw new DomainError('request.malformed');
  const variables = payload.variables ?? {};
  inspectOperation({ document, operation, variables });
  return { schema, document, operationName, variableValues: variables };
};
