import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ActorResolver, ANONYMOUS, currentRequest, runInRequest } from '../context';
import { newId } from '../database';
import { toDomainError } from '../errors';
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

/** Opens the request's context, finds out who is asking, and measures the answer. */
export const installRequestHooks = (
  fastify: FastifyInstance,
  resolver: ActorResolver,
  metrics: Metrics,
): void => {
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
      const error = toDomainError(thrown);
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
    }
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.answered(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
};
