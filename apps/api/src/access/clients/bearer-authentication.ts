import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { SECOND_FACTOR_ROLES } from '@soc-coop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import passport from 'passport';
import { Strategy } from 'passport-http-bearer';
import { Clock } from '../../platform/clock/clock';
import type { ClientActor, StaffActor } from '../../platform/context';
import { isUuid } from '../../platform/database';
import { DomainError } from '../../platform/errors';
import { officeDay } from '../membership';
import { hashToken, isToken } from '../sessions/session-token';
import { ApiClientsRepository, type TokenRow } from './api-clients.repository';

const ACTING_FOR = 'x-acting-for';

/**
 * The officer a system acts for: somebody with a role in the system's own unit today. Roles that ask for a second
 * factor are never lent to a machine.
 * @throws DomainError access.actingForInvalid
 */
const officerOf = ({ officer, unitId, unitCode, country, tokenId }: TokenRow): StaffActor => {
  const roles = (officer?.memberships ?? [])
    .filter((membership) => membership.unitId === unitId)
    .map(({ role }) => role)
    .filter((role) => !SECOND_FACTOR_ROLES.some((strict) => strict === role));
  if (officer === null || roles.length === 0) throw new DomainError('access.actingForInvalid');
  const { accountId, locale } = officer;
  return {
    kind: 'staff',
    accountId,
    sessionId: tokenId,
    unitId,
    unitCode,
    country,
    roles: [...new Set(roles)],
    secondFactor: false,
    locale,
  };
};

/** Bearer tokens of partner systems as a passport strategy. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(
    private readonly clients: ApiClientsRepository,
    private readonly clock: Clock,
  ) {
    super({ passReqToCallback: true });
  }

  /**
   * The system a token belongs to, acting for the officer it names; false when the token is nobody's.
   * @throws DomainError access.actingForInvalid
   */
  async validate(request: FastifyRequest, token: string): Promise<ClientActor | false> {
    if (!isToken(token)) return false;
    const named = request.headers[ACTING_FOR];
    const officerId = typeof named === 'string' && isUuid(named) ? named : null;
    const now = this.clock.now();
    const row = await this.clients.findByToken(hashToken(token), now, officeDay(now), officerId);
    if (row === null) return false;
    const { id, unitId, unitCode, country, types } = row;
    const actingFor = named === undefined ? null : officerOf(row);
    return { kind: 'client', clientId: id, unitId, unitCode, country, types, actingFor };
  }
}

/** What passport hands out, whose own types speak of Express and end in `any`. */
type PassportMiddleware = (
  request: FastifyRequest,
  reply: FastifyReply,
  next: (error: unknown) => void,
) => void;

/** Header lines as they came; Node keeps the first of two and says nothing. */
const countOf = ({ raw }: FastifyRequest, name: string): number =>
  raw.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;

/** Asks passport who sent a bearer token, outside of any guard: rights are asked for every request alike. */
@Injectable()
export class BearerAuthentication {
  /** The strategy registers itself with passport when it is made; it must be made before this. */
  constructor(private readonly strategy: BearerStrategy) {}

  /** @throws DomainError access.tokenInvalid, access.actingForInvalid, request.malformed */
  async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<ClientActor> {
    if (countOf(request, 'authorization') > 1 || countOf(request, ACTING_FOR) > 1)
      throw new DomainError('request.malformed');
    return new Promise((resolve, reject) => {
      const settle = (error: unknown, actor: ClientActor | false | null): void => {
        if (error instanceof Error) reject(error);
        else if (actor === null || actor === false) reject(new DomainError('access.tokenInvalid'));
        else resolve(actor);
      };
      const options = { session: false };
      // Passport 0.7 hangs the outcome of a request on the strategy it is given. Requests that shared one would get
      // each other's answers: the last would be whoever was found first, and the others would wait for ever.
      const ownStrategy = Object.create(this.strategy) as BearerStrategy;
      const authenticate = passport.authenticate(ownStrategy, options, settle) as PassportMiddleware;
      authenticate(request, reply, reject);
    });
  }
}
