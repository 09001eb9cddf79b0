import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config';
import { publicOrigin } from '../public-origin';

/**
 * The cookie that carries the session token: no script reads it, no other site makes the browser send it. Over
 * https its name binds it to this host (`__Host-`); plain http is for a machine of one's own.
 */
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(config: Config) {
    this.secure = publicOrigin(config).startsWith('https:');
    this.name = this.secure ? '__Host-soc' : 'soc';
  }

  /** The token the browser sent, or null. */
  read(request: FastifyRequest): string | null {
    return this.readHeader(request.headers.cookie);
  }

  /** The same of a `Cookie` header. */
  readHeader(header: string | undefined): string | null {
    return fastifyCookie.parse(header ?? '')[this.name] ?? null;
  }

  /** Gives the browser a token; it lasts until the browser closes or the server ends the session. */
  give(reply: FastifyReply, token: string): void {
    this.write(reply, token, {});
  }

  /** Takes the token from the browser. */
  take(reply: FastifyReply): void {
    this.write(reply, '', { maxAge: 0 });
  }

  private write(reply: FastifyReply, value: string, more: { maxAge?: number }): void {
    const attributes = {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.secure,
      ...more,
    } as const;
    // One cookie an answer: a later one replaces an earlier one.
    void reply.removeHeader('set-cookie');
    void reply.header('set-cookie', fastifyCookie.serialize(this.name, value, attributes));
  }
}
