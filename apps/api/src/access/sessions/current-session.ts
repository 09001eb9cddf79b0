import type { FastifyReply } from 'fastify';
import { currentRequest, type RequestContext } from '../../platform/context';
import type { Session } from './session.row';

/** The session a request came with, and the answer its cookie can be changed on. */
export interface RequestSession {
  readonly session: Session | null;
  readonly reply: FastifyReply;
}

const sessions = new WeakMap<RequestContext, RequestSession>();

/** Keeps what was found out about the request being served. */
export const rememberSession = (found: RequestSession): void => {
  const request = currentRequest();
  if (request !== undefined) sessions.set(request, found);
};

/** The session of the request being served, whatever its stage; null where there is none. */
export const currentSession = (): RequestSession | null => {
  const request = currentRequest();
  return request === undefined ? null : (sessions.get(request) ?? null);
};
