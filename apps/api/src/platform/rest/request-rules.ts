import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/** @throws DomainError request.mediaType for bodies that are compressed or not UTF-8: they would be read as something else. */
const assertPlainBody = ({ headers }: FastifyRequest): void => {
  const encoding = headers['content-encoding'];
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  const isPlain = encoding === undefined || encoding.toLowerCase() === 'identity';
  if (!isPlain || !/^utf-?8$/i.test(charset)) throw new DomainError('request.mediaType');
};

/** @throws DomainError request.method where the address exists, but not with this method. */
const assertMethod = (fastify: FastifyInstance, request: FastifyRequest, reply: FastifyReply): void => {
  if (!request.is404) return;
  const url = request.url.split('?')[0] ?? '';
  const allowed = METHODS.filter((method) => fastify.hasRoute({ url, method }));
  if (allowed.length === 0) return;
  void reply.header('allow', allowed.join(', '));
  throw new DomainError('request.method');
};

/**
 * What is asked of every request before anything of it is read.
 * @throws DomainError request.mediaType, request.method
 */
export const assertReadable = (
  fastify: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  assertMethod(fastify, request, reply);
  assertPlainBody(request);
};
