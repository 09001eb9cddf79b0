import type { IncomingMessage } from 'node:http';
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  subscribe,
} from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Config } from '../../config';
import { type RequestContext, runInRequest, type SocketActors } from '../../context';
import { newId } from '../../database';
import { DomainError, toDomainError } from '../../errors';
import type { Logger } from '../../log';
import type { KnownDocuments } from '../documents/known-documents';
import { makeFormatError } from '../format-error';
import type { GraphqlContext } from '../graphql.options';
import { isOwnOrigin } from './own-origin';
import { closeCoded, SocketConnection } from './socket-connection';
import type { SocketConnections } from './socket-connections';
import { SOCKET_LIMITS } from './socket-limits';
import { readSubscription } from './socket-operations';

/** What a connection carries along: where it came from and, once it has said so, whose it is. */
export interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  connection?: SocketConnection;
}

type SocketContext = Context<Record<string, unknown>, SocketExtra>;

/** What the door for websockets needs of the application. */
export interface SocketParts {
  readonly actors: SocketActors;
  readonly connections: SocketConnections;
  readonly logger: Logger;
  /** The schema, once it is built. */
  readonly schema: () => GraphQLSchema;
}

/** What the protocol is spoken with. */
export interface ProtocolParts extends SocketParts {
  readonly known: KnownDocuments;
  readonly config: Config;
}

/** The context everything done for one message runs in, as a request's does over HTTP. */
const requestOf = ({ extra }: SocketContext, { TRUST_PROXY }: Config): RequestContext => {
  const { request, connection } = extra;
  const forwarded = TRUST_PROXY ? request.headers['x-forwarded-for'] : undefined;
  const [first] = String(forwarded ?? '').split(',');
  return {
    requestId: newId(),
    ip: first?.trim() || (request.socket.remoteAddress ?? ''),
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    actor: connection?.actor ?? { kind: 'anonymous' },
  };
};

const tokenOf = ({ connectionParams, extra }: SocketContext): string | undefined => {
  const given = connectionParams?.['authorization'] ?? extra.request.headers.authorization;
  return typeof given === 'string' ? given : undefined;
};

/** Finds out who opened the connection; whoever nobody knows is told so by code and cut off. */
const introduce = async (
  context: SocketContext,
  actors: SocketActors,
  connections: SocketConnections,
  config: Config,
): Promise<void> => {
  const { request, socket } = context.extra;
  const { identity, actor } = await actors.open({
    // The cookie comes with every connection a browser opens; only one of our own pages may use it.
    cookie: isOwnOrigin(request, config.PUBLIC_ORIGIN) ? request.headers.cookie : undefined,
    authorization: tokenOf(context),
  });
  const connection = new SocketConnection(identity, actor, socket);
  connections.add(connection);
  // It may have gone while its owner was being looked up; nobody would take it away again.
  if (socket.readyState !== socket.OPEN) connections.remove(connection);
  else context.extra.connection = connection;
};

/** Cuts off who sends more than any page would. */
const countMessages = (socket: WebSocket): void => {
  let count = 0;
  const window = setInterval(() => (count = 0), 60_000);
  socket.on('message', () => {
    count += 1;
    if (count > SOCKET_LIMITS.messagesPerMinute)
      closeCoded(socket, new DomainError('request.tooMany', { seconds: 60 }));
  });
  socket.once('close', () => {
    clearInterval(window);
  });
};

/** Errors as they look over HTTP: coded, worded, nothing of the machine. */
const formatter = (logger: Logger) => {
  const format = makeFormatError(logger);
  return (error: GraphQLError): GraphQLFormattedError => {
    const original = error.originalError;
    // graphql-js throws what the parser says without a code; over HTTP Apollo adds it.
    const isOurs = original instanceof Error;
    const formatted = isOurs
      ? error.toJSON()
      : { ...error.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
    return format(formatted, error);
  };
};

const wrapped = (thrown: unknown): GraphQLError => {
  if (thrown instanceof GraphQLError) return thrown;
  const coded = toDomainError(thrown);
  return new GraphQLError(coded.code, { originalError: coded });
};

/** The context of one subscription, with the request its events are made in. */
interface SubscriptionContext extends GraphqlContext {
  readonly request: RequestContext;
}

/** The rules of our side of graphql-ws: who may connect, what may be asked, how errors look. */
export const socketProtocol = (parts: ProtocolParts): ServerOptions<Record<string, unknown>, SocketExtra> => {
  const { actors, connections, logger, known, config } = parts;
  const format = formatter(logger);

  const onSubscribe = (
    context: SocketContext,
    payload: SubscribePayload,
  ): ExecutionArgs | readonly GraphQLError[] => {
    const { connection } = context.extra;
    if (connection === undefined || connection.isClosed)
      return [wrapped(new DomainError('access.signInRequired'))];
    // The new one is counted already.
    if (Object.keys(context.subscriptions).length > SOCKET_LIMITS.subscriptions)
      return [wrapped(new DomainError('request.tooMany', { seconds: 60 }))];
    const rules = { schema: parts.schema(), known, config };
    const request = requestOf(context, config);
    const read = runInRequest(request, () => readSubscription(payload, connection.actor, rules));
    if (Array.isArray(read)) return read as readonly GraphQLError[];
    const contextValue: SubscriptionContext = { loaders: new Map(), socket: connection, request };
    return { ...(read as ExecutionArgs), contextValue };
  };

  return {
    connectionInitWaitTimeout: SOCKET_LIMITS.introductionMs,
    onConnect: async (context) => {
      countMessages(context.extra.socket);
      try {
        await runInRequest(requestOf(context, config), () => introduce(context, actors, connections, config));
        return true;
      } catch (error) {
        closeCoded(context.extra.socket, toDomainError(error));
        return false;
      }
    },
    onSubscribe: (context, _id, payload) => {
      try {
        return onSubscribe(context, payload);
      } catch (error) {
        return [wrapped(error)];
      }
    },
    subscribe: (args: ExecutionArgs) => {
      const { request } = args.contextValue as SubscriptionContext;
      return runInRequest(request, () => subscribe(args));
    },
    onNext: (_context, _id, _payload, _args, { data, errors }) =>
      errors === undefined ? undefined : { data: data ?? null, errors: errors.map(format) },
    onError: (_context, _id, _payload, errors) => errors.map(format),
    onClose: ({ extra }) => {
      if (extra.connection !== undefined) connections.remove(extra.connection);
    },
  };
};
