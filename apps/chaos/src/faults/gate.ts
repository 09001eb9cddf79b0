import { mkdirSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** How the way to the database is: open, silent as behind a pulled cable, or broken as behind a server that is gone. */
export type Way = 'open' | 'silent' | 'broken';

/** Stands between the product and its database, on a socket of its own. */
export class Gate {
  private way: Way = 'open';
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(
    /** The folder to look for the database in, instead of the real one. */
    readonly folder: string,
    private readonly name: string,
    private readonly target: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.server = createServer((near) => {
      this.admit(near);
    });
  }

  /** Begins to let connections through. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(join(this.folder, this.name), resolve);
    });
  }

  /** Changes the way, for connections that stand and those to come. */
  set(way: Way): void {
    this.way = way;
    for (const socket of this.sockets) {
      if (way === 'broken') socket.destroy();
      else if (way === 'silent') socket.pause();
      else socket.resume();
    }
  }

  /** Ends everything. */
  close(): void {
    this.set('broken');
    this.server.close();
  }

  private admit(near: Socket): void {
    if (this.way === 'broken') {
      near.destroy();
      return;
    }
    const far = connect(this.target);
    this.join(near, far);
    this.join(far, near);
    if (this.way === 'silent') near.pause();
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on('error', () => undefined);
    from.on('data', (bytes) => {
      to.write(bytes);
    });
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
