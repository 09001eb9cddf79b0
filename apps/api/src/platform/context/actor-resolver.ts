import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor';

/**
 * Reads who is asking from cookie or bearer token. `access` implements it; the platform only knows the port,
 * so that the lowest layer depends on nothing above.
 */
export abstract class ActorResolver {
  /** @throws DomainError when a credential is given but wrong, expired or without its CSRF token. */
  abstract resolve(request: FastifyRequest, reply: FastifyReply): Promise<Actor>;
}
