import { Injectable } from '@nestjs/common';
import { Acts } from '../platform/acts';
import { Clock } from '../platform/clock/clock';
import {
  type Actor,
  type ClientActor,
  SocketActors,
  type SocketCredentials,
  type SocketIdentity,
  systemActor,
} from '../platform/context';
import { DomainError } from '../platform/errors';
import { ApiClientsRepository } from './clients/api-clients.repository';
import { officeDay } from './membership';
import { sessionAt } from './sessions/session.facts';
import { hashToken, isToken } from './sessions/session-token';
import { SessionCookie } from './sessions/session-cookie';
import { SessionsRepository } from './sessions/sessions.repository';

const BEARER = /^Bearer ([A-Za-z0-9_-]+)$/i;
/** A token as it was given, whatever it may be worth. */
interface Given {
  readonly kind: SocketIdentity['kind'];
  readonly token: string;
}

const fromHeader = (authorization: string): Given => ({
  kind: 'token',
  token: BEARER.exec(authorization)?.[1] ?? '',
});

const READER = systemActor('socket-actors');

/**
 * Who stands behind an open websocket: a person by the cookie of the upgrade, a partner system by its token. Asked when
 * the connection begins and again before anything is sent on it.
 */
@Injectable()
export class AccessSocketActors extends SocketActors {
  constructor(
    private readonly acts: Acts,
    private readonly sessions: SessionsRepository,
    private readonly clients: ApiClientsRepository,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws DomainError access.signInRequired, access.sessionExpired, access.tokenInvalid */
  async open({
    cookie,
    authorization,
  }: SocketCredentials): Promise<{ identity: SocketIdentity; actor: Actor }> {
    // As over HTTP: who names a token is that system, whatever cookie came along.
    const { kind, token } = authorization === undefined ? this.fromCookie(cookie) : fromHeader(authorization);
    const refusal = new DomainError(kind === 'token' ? 'access.tokenInvalid' : 'access.sessionExpired');
    if (!isToken(token)) throw refusal;
    const identity: SocketIdentity = { kind, hash: hashToken(token).toString('hex') };
    const actor = (await this.again([identity])).get(identity.hash);
    if (actor === undefined) throw refusal;
    return { identity, actor };
  }

  async again(identities: readonly SocketIdentity[]): Promise<ReadonlyMap<string, Actor>> {
    const now = this.clock.now();
    const [people, systems] = await Promise.all([
      this.people(hashesOf(identities, 'session'), now),
      this.systems(hashesOf(identities, 'token'), now),
    ]);
    return new Map<string, Actor>([...people, ...systems]);
  }

  /** @throws DomainError access.signInRequired */
  private fromCookie(cookie: string | undefined): Given {
    const token = this.cookie.readHeader(cookie);
    if (token === null) throw new DomainError('access.signInRequired');
    return { kind: 'session', token };
  }

  /** One statement for all of them. Before every factor is proved there is a session and nobody with rights. */
  private async people(hashes: readonly string[], now: Date): Promise<[string, Actor][]> {
    if (hashes.length === 0) return [];
    const tokens = hashes.map((hash) => Buffer.from(hash, 'hex'));
    const rows = await this.acts.look(READER, () => this.sessions.findOpen(tokens, now));
    return rows.flatMap((row): [string, Actor][] => {
      const session = sessionAt(row, now);
      return session?.stage === 'full' ? [[row.tokenHash.toString('hex'), session.actor]] : [];
    });
  }

  /** Partner systems are few, and each has few tokens. */
  private async systems(hashes: readonly string[], now: Date): Promise<[string, Actor][]> {
    const found = await Promise.all(
      hashes.map(async (hash): Promise<[string, Actor][]> => {
        const row = await this.clients.findByToken(Buffer.from(hash, 'hex'), now, officeDay(now), null);
        if (row === null) return [];
        const { id, unitId, unitCode, country, types } = row;
        const actor: ClientActor = {
          kind: 'client',
          clientId: id,
          unitId,
          unitCode,
          country,
          types,
          actingFor: null,
        };
        return [[hash, actor]];
      }),
    );
    return found.flat();
  }
}

const hashesOf = (identities: readonly SocketIdentity[], kind: SocketIdentity['kind']): string[] => [
  ...new Set(identities.filter((identity) => identity.kind === kind).map(({ hash }) => hash)),
];
