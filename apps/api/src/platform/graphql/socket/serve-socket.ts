import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../../config';
import { KnownDocuments } from '../documents/known-documents';
import { isOwnOrigin } from './own-origin';
import { SOCKET_LIMITS } from './socket-limits';
import { type SocketExtra, type SocketParts, socketProtocol } from './socket-protocol';

const PATH = '/graphql';

/** Says no before there is a websocket; browsers show scripts nothing of it. */
const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const pathOf = ({ url }: IncomingMessage): string => (url ?? '').split('?')[0] ?? '';

/**
 * A connection from a page must be from one of our own; one without `Origin` is no browser, and its cookie counts for
 * nothing (`socketProtocol` sees to that).
 */
const isWelcome = (request: IncomingMessage, config: Config): boolean =>
  request.headers.origin === undefined || isOwnOrigin(request, config.PUBLIC_ORIGIN);

/** How long a stop waits for clients to say goodbye. */
const GOODBYE_MS = 1_000;

const stop = async (sockets: WebSocketServer, dispose: () => unknown): Promise<void> => {
  const late = setTimeout(() => {
    sockets.clients.forEach((socket) => {
      socket.terminate();
    });
  }, GOODBYE_MS);
  await dispose();
  clearTimeout(late);
};

/**
 * Serves GraphQL subscriptions over websockets (graphql-ws) on the server's own port and path.
 * @returns ends all connections; clients come back to another process.
 */
export const serveSocket = (server: Server, config: Config, parts: SocketParts): (() => Promise<void>) => {
  const { actors, connections, logger } = parts;
  connections.use(actors);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: SOCKET_LIMITS.messageBytes,
    handleProtocols,
    // Compression beside secrets leaks them by length, and messages are small.
    perMessageDeflate: false,
  });
  const known = KnownDocuments.read(config.OPERATIONS_FILE);
  const protocol = socketProtocol({ ...parts, known, config });
  const { dispose } = useServer<Record<string, unknown>, SocketExtra>(
    { ...protocol, isProd: true },
    sockets,
    SOCKET_LIMITS.keepAliveMs,
  );
  const refusalOf = (request: IncomingMessage): string | null => {
    if (pathOf(request) !== PATH) return '404 Not Found';
    if (!isWelcome(request, config)) return '403 Forbidden';
    const strangers = sockets.clients.size - connections.size;
    return strangers >= SOCKET_LIMITS.strangers ? '503 Service Unavailable' : null;
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const refusal = refusalOf(request);
    if (refusal !== null) {
      refuseUpgrade(socket, refusal);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened: WebSocket) => {
      sockets.emit('connection', opened, request);
      // graphql-ws writes each fault of a peer (a message too long, a broken frame) to the console. It is the peer's
      // fault and not ours: `ws` has closed the connection with a code by then.
      opened.removeAllListeners('error').on('error', () => undefined);
    });
  };
  server.on('upgrade', onUpgrade);
  const recheck = setInterval(() => {
    connections.refresh().catch((error: unknown) => {
      logger.failure(error);
    });
  }, SOCKET_LIMITS.recheckMs);
  recheck.unref();
  return async () => {
    clearInterval(recheck);
    server.off('upgrade', onUpgrade);
    await stop(sockets, dispose);
  };
};
