import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, ActorResolver, ANONYMOUS } from '../platform/context';
import { DomainError } from '../platform/errors';
import { BearerAuthentication } from './clients/bearer-authentication';
import { Csrf } from './sessions/csrf';
import { rememberSession } from './sessions/current-session';
import { SessionCookie } from './sessions/session-cookie';
import { SessionReader } from './sessions/session-reader';

/** What a route says about sessions beside the rule. */
interface RouteRules {
  /** `none`: a session that has ended counts as none instead of as an error. */
  readonly endedSession?: 'none';
  /** `own-site`: begins a session, so that no token of one can be asked for; the site is. */
  readonly csrf?: 'own-site';
}

const rulesOf = (request: FastifyRequest): RouteRules => request.routeOptions.config as RouteRules;

/** Finds out who is asking: a person by the session cookie, a partner system by its bearer token. */
@Injectable()
export class AccessActorResolver extends ActorResolver {
  constructor(
    private readonly sessions: SessionReader,
    private readonly cookie: SessionCookie,
    private readonly csrf: Csrf,
    private readonly bearer: BearerAuthentication,
  ) {
    super();
  }

  /** @throws DomainError where a credential is given that is wrong, has ended, or comes without its token. */
  async resolve(request: FastifyRequest, reply: FastifyReply): Promise<Actor> {
    // A system says who it is in a header no other site can set: its cookie, if any, does not count.
    if (request.headers.authorization !== undefined) return this.bearer.authenticate(request, reply);
    const token = this.cookie.read(request);
    return token === null ? this.nobody(reply) : this.person(request, reply, token);
  }

  private nobody(reply: FastifyReply): Actor {
    rememberSession({ session: null, reply });
    return ANONYMOUS;
  }

  private async person(request: FastifyRequest, reply: FastifyReply, token: string): Promise<Actor> {
    const rules = rulesOf(request);
    const session = await this.sessions.find(token);
    if (session === null) {
      this.cookie.take(reply);
      if (rules.endedSession === 'none') return this.nobody(reply);
      throw new DomainError('access.sessionExpired');
    }
    if (rules.csrf === 'own-site') this.csrf.requireOwnSite(request);
    else this.csrf.require(request, session.id);
    rememberSession({ session, reply });
    // Before every factor is proved there is a session and nobody with rights.
    return session.stage === 'full' ? session.actor : ANONYMOUS;
  }
}
