import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { type Asked, RawExecution } from './raw-answers/raw-execution';
import { type RootAnswer, withRootAnswers } from './raw-answers/root-answer';

type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];
type Data = Record<string, unknown>;
type Compiled = CompiledQuery<Data, Data>;

/** An operation, and what its root field has answered already. */
interface ToExecute extends Asked {
  readonly root: RootAnswer | undefined;
}

/** graphql-jit's errors are prototype copies that Apollo cannot format: they are made anew. */
const rebuilt = (error: GraphQLError, variablesFailed: boolean): GraphQLError => {
  const made = new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...(variablesFailed ? { code: 'BAD_USER_INPUT' } : {}), ...error.extensions },
  });
  // graphql-jit knows where in the text it happened but keeps no nodes to compute it from.
  return Object.defineProperty(made, 'locations', { value: error.locations, enumerable: true });
};

const withRebuiltErrors = (result: ExecutionResult<Data>): ExecutionResult<Data> =>
  result.errors === undefined
    ? result
    : { ...result, errors: result.errors.map((error) => rebuilt(error, !('data' in result))) };

/**
 * Executes operations with queries compiled once per document (graphql-jit), plugged into Apollo as its
 * gateway executor. Apollo's document store hands back the same AST for the same text, so the AST is the key.
 */
export class CompiledExecution {
  private schema: GraphQLSchema | null = null;
  private readonly raw = new RawExecution(() => this.required());
  private readonly compiled = new WeakMap<DocumentNode, Map<string, Compiled | null>>();

  /** Keeps the schema Nest built; used as `transformSchema`. */
  readonly keep = (schema: GraphQLSchema): GraphQLSchema => {
    this.schema = withRootAnswers(schema);
    return this.schema;
  };

  /** The executor in the form Apollo's `gateway` option asks for. */
  readonly gateway: Gateway = {
    load: async () => ({
      executor: async ({ document, operationName, request, context }) =>
        // Plugins judge the operation Apollo resolved. Where it resolved none, none may run: by the null that Apollo
        // hands on as its name, a document of one operation would be executed without having been judged.
        !getOperationAST(document, request.operationName ?? null)
          ? { errors: [new GraphQLError('The document holds no operation of this name.')] }
          : this.raw.answer(
              { document, operationName, variables: request.variables ?? {}, context },
              (root) =>
                this.execute({ document, operationName, variables: request.variables ?? {}, context, root }),
            ),
    }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: this.required(), coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };

  private required(): GraphQLSchema {
    if (this.schema === null) throw new Error('the schema is not built yet');
    return this.schema;
  }

  private async execute({
    document,
    operationName,
    variables,
    context,
    root,
  }: ToExecute): Promise<ExecutionResult> {
    const query = this.queryFor(document, operationName ?? '');
    const variableValues = { ...variables };
    if (query !== null) return withRebuiltErrors(await query.query(root, context, variableValues));
    return execute({
      schema: this.required(),
      document,
      operationName,
      variableValues,
      contextValue: context,
      rootValue: root,
    });
  }

  /** The compiled query, or null where graphql-jit cannot compile it and graphql-js takes over. */
  private queryFor(document: DocumentNode, operationName: string): Compiled | null {
    const byName = this.compiled.get(document) ?? new Map<string, Compiled | null>();
    this.compiled.set(document, byName);
    const known = byName.get(operationName);
    if (known !== undefined) return known;
    const result = compileQuery<Data, Data>(this.required(), document, operationName);
    const query = isCompiledQuery(result) ? result : null;
    byName.set(operationName, query);
    return query;
  }
}
