import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { Id, JsonObjectValue, LocalDay, WholeNumber } from '@soc-coop/dto';
import { GraphQLID, GraphQLInt } from 'graphql';
import type { Config } from '../config';
import type { Logger } from '../log';
import { auditorSchema } from './auditor-schema.plugin';
import { CompiledExecution } from './compiled-execution';
import { documentPolicy } from './documents/document-policy.plugin';
import { KnownDocuments } from './documents/known-documents';
import { persistedQueries } from './documents/persisted-queries';
import { withFilledFields } from './filled-ahead';
import { makeFormatError } from './format-error';
import { httpStatus } from './http-status.plugin';
import { GRAPHQL_LIMITS } from './limits';
import { writeAnswer } from './raw-answers/raw-data';
import { requestErrors } from './request-errors.plugin';
import { operationGuard } from './operation-guard.plugin';
import type { SocketConnection } from './socket/socket-connection';
import { DateTime, JSONObject, LocalDate } from './scalars';

/** What the stand-ins of the shared input classes, and dates, are in GraphQL. */
const SCALARS = [
  { type: Id, scalar: GraphQLID },
  { type: WholeNumber, scalar: GraphQLInt },
  { type: LocalDay, scalar: LocalDate },
  { type: JsonObjectValue, scalar: JSONObject },
  { type: Date, scalar: DateTime },
];

/** Loaders and memos of one request; each is made on first use. */
export interface GraphqlContext {
  readonly loaders: Map<symbol, unknown>;
  /** The connection a subscription runs on; absent in requests over HTTP. */
  readonly socket?: SocketConnection;
}

/**
 * How GraphQL is served. Apollo keeps parsing, validating and formatting; execution is compiled (docs/adr/0011).
 * The cache-control plugin is off: it wraps every field and takes the gain of compiled queries away.
 */
export const graphqlOptions = (
  config: Config,
  logger: Logger,
  known: KnownDocuments = KnownDocuments.read(config.OPERATIONS_FILE),
): ApolloDriverConfig => {
  const compiled = new CompiledExecution();
  const options: ApolloDriverConfig = {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    // Nest would ask the whole schema about itself at every start to see that it is valid; Apollo sees to that anyway.
    buildSchemaOptions: { numberScalarMode: 'integer', scalarsMap: SCALARS, skipCheck: true },
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: GRAPHQL_LIMITS.tokens },
    autoTransformHttpErrors: false,
    formatError: makeFormatError(logger),
    context: (): GraphqlContext => ({ loaders: new Map() }),
    transformSchema: (schema) => compiled.keep(withFilledFields(schema)),
    persistedQueries: persistedQueries(known),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      documentPolicy(known, config),
      operationGuard(),
      auditorSchema(makeFormatError(logger)),
      requestErrors(),
      httpStatus(),
    ],
  };
  return config.GRAPHQL_JIT
    ? Object.assign(options, { gateway: compiled.gateway, stringifyResult: writeAnswer })
    : options;
};
