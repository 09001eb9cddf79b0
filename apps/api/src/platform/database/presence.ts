import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import { DomainError } from '../errors';

/**
 * Whether the database is there, and the connections that wait for it. A database that was stopped or cut off keeps
 * its connections open and says nothing: whoever waits on one would wait for minutes. Once it is known to be away,
 * those connections are broken off, and nobody begins to wait.
 */
@Injectable()
export class Presence {
  private here = true;
  private readonly waiting = new Set<Client>();

  get isHere(): boolean {
    return this.here;
  }

  /** @throws DomainError service.unavailable while the database is away. */
  require(): void {
    if (!this.here) throw new DomainError('service.unavailable');
  }

  /** Does some work on a connection, which is broken off when the database goes away meanwhile. */
  async during<T>(client: Client, work: () => Promise<T>): Promise<T> {
    this.waiting.add(client);
    try {
      // It may have gone while the connection was waited for.
      this.require();
      return await work();
    } finally {
      this.waiting.delete(client);
    }
  }

  /**
   * The database went away. What was under way fails as a broken connection does: nobody knows whether it was
   * committed, and the same key settles it later.
   */
  lost(): void {
    this.here = false;
    this.waiting.forEach(({ connection: { stream } }) => {
      stream.destroy(new Error('connection terminated: the database does not answer'));
    });
  }

  /** The database is there again. */
  found(): void {
    this.here = true;
  }
}
