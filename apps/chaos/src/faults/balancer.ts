import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A small balancer: each connection goes to the next process, and past those that take none. */
export class Balancer {
  private turn = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly ports: readonly number[]) {
    this.server = createServer((near) => {
      this.keep(near);
      this.pass(near, this.ports.length);
    });
  }

  /** Begins to listen; gives the port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    // A server that listens on an address has one.
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends everything. */
  close(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
  }

  private pass(near: Socket, tries: number): void {
    const port = this.ports[this.turn % this.ports.length] ?? 0;
    this.turn += 1;
    const far = connect(port, '127.0.0.1');
    const nobody = (): void => {
      if (tries > 1) this.pass(near, tries - 1);
      else near.destroy();
    };
    far.once('error', nobody);
    far.once('connect', () => {
      far.off('error', nobody);
      this.keep(far);
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }
}
