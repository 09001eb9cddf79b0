import { Injectable } from '@nestjs/common';
import type { SocketActors } from '../../context';
import { DomainError } from '../../errors';
import type { SocketConnection } from './socket-connection';
import { SOCKET_LIMITS } from './socket-limits';

/** The open connections of this process, and who stands behind each of them now. */
@Injectable()
export class SocketConnections {
  private readonly open = new Set<SocketConnection>();
  private actors: SocketActors | null = null;

  /** Names who knows sessions and tokens; the platform stands below the room that does. */
  use(actors: SocketActors): void {
    this.actors = actors;
  }

  /** How many are open. */
  get size(): number {
    return this.open.size;
  }

  /** @throws DomainError request.tooMany */
  add(connection: SocketConnection): void {
    const { hash } = connection.identity;
    const same = [...this.open].filter(({ identity }) => identity.hash === hash).length;
    if (same >= SOCKET_LIMITS.connectionsPerIdentity || this.open.size >= SOCKET_LIMITS.connections)
      throw new DomainError('request.tooMany', { seconds: 60 });
    this.open.add(connection);
  }

  /** Forgets a connection that is gone. */
  remove(connection: SocketConnection): void {
    this.open.delete(connection);
  }

  /**
   * Reads all actors anew, in one go, and closes the connections whose session or token is over. Whatever is sent
   * afterwards is sent under rights that held after the event was committed.
   */
  async refresh(): Promise<void> {
    const connections = [...this.open];
    if (connections.length === 0 || this.actors === null) return;
    const actors = await this.actors.again(connections.map(({ identity }) => identity));
    for (const connection of connections) {
      const actor = actors.get(connection.identity.hash);
      if (actor !== undefined) connection.actor = actor;
      else
        connection.close(
          new DomainError(
            connection.identity.kind === 'token' ? 'access.tokenInvalid' : 'access.sessionExpired',
          ),
        );
    }
  }
}
