import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { PAGE } from '../../operations/operation';
import { peerSettings, POOL } from '../peer-settings';
import { type Claims, verifyBearer } from '../token';
import { CASE, INBOX, REMIND } from './sql';

/** A reminder as it comes in. */
interface ReminderInput {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly key: string;
}

const settings = peerSettings();
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: POOL });

const ask = async (name: string, text: string, values: readonly unknown[]): Promise<string | null> => {
  const { rows } = await pool.query<{ body: string }>({ name, text, values: [...values] });
  return rows[0]?.body ?? null;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const remind = async ({ unit, account }: Claims, text: string): Promise<string | null> => {
  const { id, version, note, key } = JSON.parse(text) as ReminderInput;
  const inputHash = createHash('sha256').update(text).digest('hex');
  const auditId = randomUUID();
  const body = JSON.stringify({ v: 1, id: auditId, at: new Date(), actor: { account, unit }, exchange: id });
  return ask('remind', REMIND, [
    ...[unit, account, id, version, note, key, inputHash, body],
    ...[auditId, randomUUID(), randomUUID()],
  ]);
};

const answerTo = async (request: IncomingMessage, claims: Claims): Promise<string | null> => {
  const url = new URL(request.url ?? '/', 'http://floor');
  if (url.pathname === '/inbox') return ask('inbox', INBOX, [claims.unit, PAGE]);
  if (url.pathname === '/case') return ask('case', CASE, [claims.unit, url.searchParams.get('id')]);
  if (url.pathname === '/remind') return remind(claims, await readBody(request));
  return null;
};

const send = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
};

const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.url === '/ready') {
    await pool.query('select 1');
    send(response, 200, '{}');
    return;
  }
  const claims = verifyBearer(request.headers.authorization, settings.secret);
  if (claims === null) {
    send(response, 401, '{"errors":[{"message":"no token"}]}');
    return;
  }
  const body = await answerTo(request, claims);
  send(response, body === null ? 404 : 200, body ?? '{"errors":[{"message":"not found"}]}');
};

const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    send(response, 500, '{"errors":[{"message":"failed"}]}');
  });
});
server.listen(settings.port, '127.0.0.1');
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
