import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { once } from 'node:events';
import { FileScanner, ScannerUnavailable, type Verdict } from './file-scanner';

const ANSWER_MS = 60_000;
/** clamd's answers are one short line. */
const LONGEST_ANSWER = 4096;
const CHUNK_BYTES = 64 * 1024;

const FOUND = /^stream: (.+) FOUND$/;

/** Reads clamd's answer; whatever is not a verdict is no verdict. */
export const readVerdict = (answer: string): Verdict => {
  const line = answer.replace(/\0.*$/su, '').trim();
  if (line === 'stream: OK') return { clean: true };
  const [, threat] = FOUND.exec(line) ?? [];
  if (threat !== undefined) return { clean: false, threat };
  throw new ScannerUnavailable(`clamd answered: ${line.slice(0, 100)}`);
};

const lengthOf = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};

const send = async (socket: Socket, bytes: Buffer): Promise<void> => {
  if (!socket.write(bytes)) await once(socket, 'drain');
};

/** Asks a ClamAV daemon, by its INSTREAM command (clamd(8)), over TCP or a Unix socket. */
export class ClamdScanner extends FileScanner {
  override readonly name = 'clamd';

  constructor(
    private readonly place: NetConnectOpts,
    private readonly patienceMs = ANSWER_MS,
  ) {
    super();
  }

  override async scan(content: AsyncIterable<Buffer>): Promise<Verdict> {
    const socket = connect(this.place);
    socket.setTimeout(this.patienceMs, () => socket.destroy(new Error('clamd does not answer')));
    const answer = this.answerOf(socket);
    // The answer may come as an error while bytes are still being sent; it is awaited below.
    answer.catch(() => undefined);
    try {
      await once(socket, 'connect');
      await Promise.race([this.stream(socket, content), answer]);
      return readVerdict(await answer);
    } catch (cause) {
      if (cause instanceof ScannerUnavailable) throw cause;
      throw new ScannerUnavailable('clamd cannot be asked', { cause });
    } finally {
      socket.destroy();
    }
  }

  private async stream(socket: Socket, content: AsyncIterable<Buffer>): Promise<void> {
    await send(socket, Buffer.from('zINSTREAM\0', 'ascii'));
    for await (const piece of content)
      for (let at = 0; at < piece.length; at += CHUNK_BYTES) {
        const chunk = piece.subarray(at, at + CHUNK_BYTES);
        await send(socket, Buffer.concat([lengthOf(chunk), chunk]));
      }
    await send(socket, lengthOf(Buffer.alloc(0)));
  }

  private async answerOf(socket: Socket): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      socket.on('data', (bytes: Buffer) => {
        text += bytes.toString('utf8');
        if (text.includes('\0') || text.length > LONGEST_ANSWER) resolve(text);
      });
      socket.on('end', () => {
        if (text === '') reject(new Error('clamd hung up'));
        else resolve(text);
      });
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error('clamd hung up'));
      });
    });
  }
}
