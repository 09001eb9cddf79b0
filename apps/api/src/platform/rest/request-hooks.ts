import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ActorResolver, ANONYMOUS, currentRequest, runInRequest } from '../context';
import type { Acts } from '../acts';
import { type DomainError, toDomainError } from '../errors';
import type { Logger } from '../log';
import type { Metrics } from './metrics';
import { openContext } from './request-context';
import { sendRefusal } from './refusal';
import { assertReadable } from './request-rules';

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

/** Monitors ask every few seconds, and files of the clients tell nothing. */
const isWorthALine = (url: string): boolean => url.startsWith('/graphql') || url.startsWith('/api/');

/** Opens the request's context, finds out who is asking, and notes the answer. */
export const installRequestHooks = (fastify: FastifyInstance, parts: HookParts): void => {
  const { resolver, acts, metrics, logger } = parts;
  fastify.addHook('onRequest', (request, reply, done) => {
    runInRequest(openContext(request, reply), done);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      assertReadable(fastify, request, reply);
    } catch (thrown) {
      await sendRefusal(request, reply, await recorded(acts, request, thrown));
    }
  });
  fastify.addHook('preHandler', async (request, reply) => {
    const context = currentRequest();
    if (context === undefined || !needsActor(request.url)) return;
    if (!cookieMayCount(request)) delete request.headers.cookie;
    try {
      context.actor = await resolver.resolve(request, reply);
    } catch (thrown) {
      await sendRefusal(request, reply, await recorded(acts, request, thrown));
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
