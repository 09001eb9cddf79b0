import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ActorResolver, ANONYMOUS, currentRequest, runInRequest } from '../context';
import type { Acts } from '../acts';
import { newId } from '../database';
import { type DomainError, toDomainError } from '../errors';
import type { Logger } from '../log';
import type { Metrics } from './metrics';
import { problemOf } from './problem';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** A caller's own request id is kept when it is harmless, so that both sides' logs can be matched. */
const requestIdOf = (request: FastifyRequest): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
};

const openContext = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
  const requestId = requestIdOf(request);
  void reply.header('x-request-id', requestId);
  const context = {
    requestId,
    ip: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    actor: ANONYMOUS,
  };
  runInRequest(context, done);
};

/** Files of the clients and figures for monitors belong to nobody. */
const needsActor = (url: string): boolean => url.startsWith('/graphql') || url.startsWith('/api/');

/** Queries by GET carry no cookie's rights: a link on another site must not be able to ask anything. */
const cookieMayCount = (request: FastifyRequest): boolean =>
  request.method !== 'GET' || !request.url.startsWith('/graphql');

/** What the hooks need of the application. */
export interface HookParts {
  readonly resolver: ActorResolver;
  readonly acts: Acts;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * A refused credential ends the request before any use case begins; where it wanted to change something, the trail
 * hears of it here. What cannot be recorded is answered as what kept it from being recorded.
 */
const recorded = async (acts: Acts, request: FastifyRequest, thrown: unknown): Promise<DomainError> => {
  if (request.method === 'GET' || request.method === 'HEAD') return toDomainError(thrown);
  try {
    await acts.refuse(ANONYMOUS, `rest.${request.method} ${request.routeOptions.url ?? ''}`, thrown);
    return toDomainError(thrown);
  } catch (failure) {
    return toDomainError(failure);
  }
};

const answerRefusal = async (
  request: FastifyRequest,
  reply: FastifyReply,
  error: DomainError,
): Promise<void> => {
  const problem = problemOf(error, request.headers['accept-language']);
  // GraphQL clients read errors where they always stand.
  const { title, code, reason, params, requestId } = problem;
  const isGraphql = request.url.startsWith('/graphql');
  const body = isGraphql
    ? { errors: [{ message: title, extensions: { code, reason, params, requestId } }] }
    : problem;
  await reply
    .status(problem.status)
    .header('content-type', `application/${isGraphql ? 'json' : 'problem+json'}; charset=utf-8`)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
};

/** Monitors ask every few seconds, and files of the clients tell nothing. */
const isWorthALine = (url: string): boolean => url.startsWith('/graphql') || url.startsWith('/api/');

/** Opens the request's context, finds out who is asking, and notes the answer. */
export const installRequestHooks = (fastify: FastifyInstance, parts: HookParts): void => {
  const { resolver, acts, metrics, logger } = parts;
  fastify.addHook('onRequest', (request, reply, done) => {
    openContext(request, reply, done);
  });
  fastify.addHook('preHandler', async (request, reply) => {
    const context = currentRequest();
    if (context === undefined || !needsActor(request.url)) return;
    if (!cookieMayCount(request)) delete request.headers.cookie;
    try {
      context.actor = await resolver.resolve(request, reply);
    } catch (thrown) {
      await answerRefusal(request, reply, await recorded(acts, request, thrown));
    }
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // The pattern of the route, never the address with its ids.
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    metrics.answered(route, method, reply.statusCode, reply.elapsedTime / 1000);
    if (isWorthALine(request.url))
      logger.info('answered', {
        requestId: reply.getHeader('x-request-id'),
        method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
    done();
  });
};
