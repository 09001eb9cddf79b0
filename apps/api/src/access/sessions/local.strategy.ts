import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { SignInInput } from '@soc-coop/dto';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { DomainError } from '../../platform/errors';
import { inputValidation } from '../../platform/rest';
import { Csrf } from './csrf';
import { SessionCookie } from './session-cookie';
import { SignInService } from './sign-in.service';

/** What the password step leaves on the request for the controller. */
export interface PasswordStep {
  readonly token: string;
}

const validation = inputValidation();

/** The password step as a passport strategy; the rules of signing in are the service's. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly signIn: SignInService,
    private readonly cookie: SessionCookie,
  ) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  /** Begins the session of whoever the password belongs to. */
  async validate(request: FastifyRequest, email: string, password: string): Promise<PasswordStep> {
    const token = await this.signIn.start({
      email,
      password,
      address: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
      previousToken: this.cookie.read(request),
    });
    return { token };
  }
}

const JSON_BODY = /^application\/json\b/i;

/**
 * Guards the password step. Another site can neither send JSON with a form nor hide where it comes from, so that
 * nobody is signed in unawares; and the input is checked before passport, which would also take it from the URL.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  constructor(private readonly csrf: Csrf) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    this.csrf.requireOwnSite(request);
    if (!JSON_BODY.test(request.headers['content-type'] ?? '')) throw new DomainError('request.malformed');
    await validation.transform(request.body ?? {}, { type: 'body', metatype: SignInInput });
    return (await super.canActivate(context)) === true;
  }

  /** Passport's own words for a failure are not ours: what the service threw is the answer. */
  override handleRequest<TUser>(error: unknown, user: TUser | false): TUser {
    if (error instanceof Error) throw error;
    if (user === false) throw new DomainError('access.signInFailed');
    return user;
  }
}
