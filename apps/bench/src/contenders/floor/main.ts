import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { PAGE } from '../../operations/operation';
import { peerSettings, POOL } from '../peer-settings';
import { type Claims, verifyBearer } from '../token';
import { makePatterns, makeTalks } from '../../product';
import { openCase, type SealedCase } from './open-case';
import { CASE, INBOX, KEY, REMIND, search } from './sql';

/** A reminder as it comes in. */
interface ReminderInput {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly key: string;
}

const settings = peerSettings();
const talks = makeTalks();
const patternsOf = makePatterns();
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

const showCase = async ({ unit }: Claims, id: string | null): Promise<string | null> => {
  const values = [unit, id];
  const { rows } = await pool.query<{ key: string; body: SealedCase }>({ name: 'case', text: CASE, values });
  const [row] = rows;
  if (row === undefined || id === null) return null;
  return JSON.stringify(openCase(row.body, talks.resume(id, row.key)));
};

const find = async ({ unit }: Claims, query: string): Promise<string | null> => {
  const { exact, tolerant } = patternsOf(query);
  const values = [unit, PAGE, ...exact.flatMap((pattern, at) => [pattern, tolerant[at]])];
  const { rows } = await pool.query<{ body: string }>({ text: search(exact.length), values });
  return rows[0]?.body ?? null;
};

const remind = async ({ unit, account }: Claims, text: string): Promise<string | null> => {
  const { id, version, note, key } = JSON.parse(text) as ReminderInput;
  const inputHash = createHash('sha256').update(text).digest('hex');
  const auditId = randomUUID();
  const keys = await pool.query<{ key: string }>({ name: 'key', text: KEY, values: [id] });
  const moveId = randomUUID();
  const sealed = talks.resume(id, keys.rows[0]?.key ?? '').sealNote(moveId, note);
  const body = JSON.stringify({ v: 1, id: auditId, at: new Date(), actor: { account, unit }, exchange: id });
  return ask('remind', REMIND, [
    ...[unit, account, id, version, sealed, key, inputHash, body],
    ...[auditId, moveId, randomUUID()],
  ]);
};

const answerTo = async (request: IncomingMessage, claims: Claims): Promise<string | null> => {
  const url = new URL(request.url ?? '/', 'http://floor');
  if (url.pathname === '/inbox') return ask('inbox', INBOX, [claims.unit, PAGE]);
  if (url.pathname === '/case') return showCase(claims, url.searchParams.get('id'));
  if (url.pathname === '/search') return find(claims, url.searchParams.get('query') ?? '');
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
