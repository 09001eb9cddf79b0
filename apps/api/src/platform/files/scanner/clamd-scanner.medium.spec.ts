import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ClamdScanner, readVerdict } from './clamd-scanner';
import { ScannerUnavailable } from './file-scanner';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** Speaks clamd's side of INSTREAM: reads the chunks to the empty one, then answers by their content. */
const speakClamd = (socket: Socket, answer: (content: string) => string | null): void => {
  let bytes = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (piece: Buffer) => {
    bytes = Buffer.concat([bytes, piece]);
    const command = 'zINSTREAM\0';
    if (!bytes.toString('latin1').startsWith(command.slice(0, bytes.length))) return socket.destroy();
    let at = command.length;
    const content: Buffer[] = [];
    while (at + 4 <= bytes.length) {
      const length = bytes.readUInt32BE(at);
      if (length === 0) {
        const words = answer(Buffer.concat(content).toString('latin1'));
        return words === null ? socket.destroy() : socket.end(`${words}\0`);
      }
      content.push(bytes.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  });
};

const judge = (content: string): string =>
  content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : `stream: OK`;

describe('asking clamd', () => {
  let server: Server;
  let scanner: ClamdScanner;
  let answer: (content: string) => string | null = judge;
  let length = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      speakClamd(socket, (content) => {
        length = content.length;
        return answer(content);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    scanner = new ClamdScanner({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, 500);
  });
  afterEach(() => {
    answer = judge;
  });
  afterAll(() => {
    server.close();
  });

  it('hears that a file is clean, and has sent all of it', async () => {
    const pieces = [Buffer.alloc(200_000, 'a'), Buffer.alloc(70_000, 'b'), Buffer.from('c')];
    await expect(scanner.scan(Readable.from(pieces))).resolves.toEqual({ clean: true });
    expect(length).toBe(270_001);
  });

  it('hears the name of the threat', async () => {
    await expect(scanner.scan(Readable.from([Buffer.from(EICAR)]))).resolves.toEqual({
      clean: false,
      threat: 'Eicar-Test-Signature',
    });
  });

  it('takes no nonsense, no silence and no hang-up for a verdict', async () => {
    const scan = async () => scanner.scan(Readable.from([Buffer.from('x')]));
    answer = () => 'INSTREAM size limit exceeded. ERROR';
    await expect(scan()).rejects.toThrow(ScannerUnavailable);
    answer = () => null;
    await expect(scan()).rejects.toThrow(ScannerUnavailable);
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await expect(
      new ClamdScanner({ host: '127.0.0.1', port }, 100).scan(Readable.from([Buffer.from('x')])),
    ).rejects.toThrow(ScannerUnavailable);
    await new Promise((done) => silent.close(done));
    await expect(
      new ClamdScanner({ host: '127.0.0.1', port }).scan(Readable.from([Buffer.from('x')])),
    ).rejects.toThrow(ScannerUnavailable);
  });

  it('speaks over a Unix socket too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const path = join(folder, 'clamd.sock');
    const local = createServer((socket) => {
      speakClamd(socket, judge);
    }).listen(path);
    await once(local, 'listening');
    await expect(new ClamdScanner({ path }).scan(Readable.from([Buffer.from('x')]))).resolves.toEqual({
      clean: true,
    });
    local.close();
    await rm(folder, { recursive: true });
  });

  it('believes only the two sentences clamd has for verdicts', () => {
    expect(readVerdict('stream: OK\0')).toEqual({ clean: true });
    for (const words of ['', 'OK', 'stream: OK FOUND maybe', 'stream: x ERROR'])
      expect(() => readVerdict(words)).toThrow(ScannerUnavailable);
  });
});
