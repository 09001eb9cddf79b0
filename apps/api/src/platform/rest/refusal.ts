import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DomainError } from '../errors';
import { problemOf } from './problem';

/** Seconds after which what is not there now may be asked for again. */
const RETRY_SECONDS = 5;

const retryAfter = ({ kind, params }: DomainError): string | null => {
  if (typeof params['seconds'] === 'number') return String(params['seconds']);
  return kind === 'SERVICE_UNAVAILABLE' ? String(RETRY_SECONDS) : null;
};

/** Answers a request with its refusal: problem+json, and for GraphQL clients an error where they always look for it. */
export const sendRefusal = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: DomainError,
): FastifyReply => {
  const problem = problemOf(error, request.headers['accept-language']);
  const { title, code, reason, params, requestId } = problem;
  const isGraphql = request.url.startsWith('/graphql');
  const body = isGraphql
    ? { errors: [{ message: title, extensions: { code, reason, params, requestId } }] }
    : problem;
  const seconds = retryAfter(error);
  if (seconds !== null) void reply.header('retry-after', seconds);
  return reply
    .status(problem.status)
    .header('content-type', `application/${isGraphql ? 'json' : 'problem+json'}; charset=utf-8`)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
};
