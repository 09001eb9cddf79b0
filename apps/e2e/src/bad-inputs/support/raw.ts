import { connect, type Socket } from 'node:net';
import type { Answer } from '../../api/caller';
import { shared } from '../../shared-state';
import { somewhere } from './places';

/** A connection to the product, below everything that would mend what is sent. */
export const openSocket = (): Promise<Socket> => {
  const { port } = new URL(shared().address);
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: somewhere() });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
};

const read = (text: string): Answer<unknown> => {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: bodyOf(text.slice(end + 4)) };
};

/** JSON, or the text where it is none: files are lists or bytes. */
const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Sends bytes as they are and reads until the server hangs up. */
export const exchangeBytes = async (bytes: Buffer | string): Promise<Answer<unknown>> => {
  const socket = await openSocket();
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(read(Buffer.concat(parts).toString('utf8'))));
    // Not ended from here: a half-closed connection would be given up before it is answered.
    socket.write(bytes);
  });
};

/** A request in its bytes; the server is asked to hang up after its answer. */
export const requestBytes = (
  method: string,
  path: string,
  lines: readonly string[],
  body: Buffer | string = '',
): Buffer => {
  const head = [
    `${method} ${path} HTTP/1.1`,
    `host: ${new URL(shared().address).host}`,
    'connection: close',
    ...lines,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
};
