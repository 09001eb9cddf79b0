import type { FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS, type RequestContext } from '../context';
import { newId } from '../database';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** A caller's own request id is kept when it is harmless, so that both sides' logs can be matched. */
const requestIdOf = (request: FastifyRequest): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
};

/** What is known of a request before anybody looked who sends it; the answer carries its id. */
export const openContext = (request: FastifyRequest, reply: FastifyReply): RequestContext => {
  const requestId = requestIdOf(request);
  void reply.header('x-request-id', requestId);
  return {
    requestId,
    ip: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    actor: ANONYMOUS,
  };
};
