import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { ERROR_KINDS } from '@soc-coop/contracts';
import { isWellFormedText } from '@soc-coop/domain';
import { currentActor, hasRole } from '../context';
import { DomainError } from '../errors';
import { brokenLimit, GRAPHQL_LIMITS, measureOperation } from './limits';

/** A refusal before execution: answered with HTTP 400, 401 or 403 according to its code. */
export const refuse = (error: DomainError): never => {
  throw new GraphQLError(error.message, {
    originalError: error,
    // Read by Apollo and kept out of the answer; without it every refusal at this stage is a 500.
    extensions: { http: { status: ERROR_KINDS[error.kind] } },
  });
};

const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return isWellFormedText(value);
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isWellFormedText(name) && isWellFormed(inner));
};

/** What a document is whoever sends it, with whichever variables. */
interface DocumentFacts {
  /** Asks for the schema itself, in a fragment too; `__typename` alone does not. */
  readonly asksForSchema: boolean;
  /** Its literals are texts too, those in its fragments included. */
  readonly wellFormed: boolean;
}

/** Apollo hands back the same tree for the same text, so each document is walked once and not at every request. */
const known = new WeakMap<DocumentNode, DocumentFacts>();

const factsOf = (document: DocumentNode): DocumentFacts => {
  const facts = known.get(document) ?? walk(document);
  known.set(document, facts);
  return facts;
};

const walk = (document: DocumentNode): DocumentFacts => {
  let asks = false;
  let wellFormed = true;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') asks = true;
    },
    StringValue: ({ value }) => {
      if (!isWellFormedText(value)) wellFormed = false;
    },
  });
  return { asksForSchema: asks, wellFormed };
};

/** True when the document asks for the schema itself. */
export const asksForSchema = (document: DocumentNode): boolean => factsOf(document).asksForSchema;

/** One operation of a document, with the variables it is called with. */
interface OperationToInspect {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const assertAffordable = ({ document, operation, variables }: OperationToInspect): void => {
  const depth = asksForSchema(document) ? GRAPHQL_LIMITS.schemaDepth : GRAPHQL_LIMITS.depth;
  const name = operation.name?.value ?? null;
  const broken = brokenLimit(measureOperation(document, name, variables), depth);
  if (broken !== null) refuse(new DomainError('request.tooComplex', { limit: broken }));
};

/** What everybody does with the own sign-in; an auditor who must change a password changes nothing else by it. */
const OWN_SIGN_IN: ReadonlySet<string> = new Set([
  'actAs',
  'changePassword',
  'confirmSecondFactor',
  'endOtherSignInSessions',
  'endSignInSession',
  'markAccountNoticesSeen',
  'removeSecondFactor',
  'setLocale',
  'startSecondFactor',
]);

const isOwnSignIn = ({ selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && OWN_SIGN_IN.has(selection.name.value),
  );

const assertAllowed = ({ document, operation }: OperationToInspect): void => {
  const actor = currentActor();
  if (actor.kind === 'anonymous' && asksForSchema(document)) refuse(new DomainError('access.signInRequired'));
  // An auditor changes nothing of the product, whatever other role the same person holds in the unit.
  const changes = operation.operation === OperationTypeNode.MUTATION && !isOwnSignIn(operation);
  if (changes && hasRole(actor, 'AUDITOR')) refuse(new DomainError('access.readOnly'));
};

/**
 * What every door asks of an operation before it runs; HTTP and websockets alike.
 * @throws GraphQLError around request.tooComplex, request.malformed, access.signInRequired or access.readOnly
 */
export const inspectOperation = (asked: OperationToInspect): void => {
  assertAffordable(asked);
  if (!isWellFormed(asked.variables) || !factsOf(asked.document).wellFormed)
    refuse(new DomainError('request.malformed'));
  assertAllowed(asked);
};

const inspect = ({ document, operation, request }: GraphQLRequestContext<object>): void => {
  if (document === undefined || operation === undefined) return;
  // Subscriptions come by websocket; here there is nobody to push to.
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    refuse(new DomainError('request.needsWebsocket'));
  inspectOperation({ document, operation, variables: request.variables ?? {} });
};

/**
 * Looks at every operation after validation and before execution: cost, depth, aliases, well-formed texts,
 * who may see the schema, and that auditors change nothing.
 */
export const operationGuard = (): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async (context) => {
      inspect(context);
    },
  }),
});
