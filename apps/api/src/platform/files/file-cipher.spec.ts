import { Readable } from 'node:stream';
import { seededRandom } from '@soc-coop/testing';
import fc from 'fast-check';
import { FileCipherError, FRAME_BYTES, newFileKey, openBytes, sealBytes } from './file-cipher';

const key = newFileKey();
const noise = (length: number): Buffer => {
  const random = seededRandom(7);
  return Buffer.from(Array.from({ length }, () => Math.floor(random.next() * 256)));
};

/** Delivers bytes in pieces, as disks and networks do. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const open = async (sealed: Buffer, context = 'place', size = 10_000): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of openBytes(key, context, inPieces(sealed, size))) parts.push(part);
  return Buffer.concat(parts);
};

describe('sealed files', () => {
  it.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 200_001])(
    'gives back %i bytes as they were',
    async (length) => {
      const bytes = noise(length);
      expect((await open(sealBytes(key, 'place', bytes))).equals(bytes)).toBe(true);
    },
  );

  it('opens however the bytes are cut on their way', async () => {
    const bytes = noise(150_000);
    const sealed = sealBytes(key, 'place', bytes);
    for (const size of [1_000, FRAME_BYTES + 16, FRAME_BYTES + 17, sealed.length])
      expect((await open(sealed, 'place', size)).equals(bytes)).toBe(true);
  });

  it('never looks the same twice and shows nothing of the text', () => {
    const text = Buffer.from('Служебна бележка'.repeat(50));
    const [one, two] = [sealBytes(key, 'place', text), sealBytes(key, 'place', text)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(Buffer.from('Служебна'))).toBe(false);
  });

  it('does not open in another place or with another key', async () => {
    const sealed = sealBytes(key, 'place', noise(10));
    await expect(open(sealed, 'elsewhere')).rejects.toThrow(FileCipherError);
    await expect(openBytes(newFileKey(), 'place', Readable.from([sealed])).next()).rejects.toThrow(
      FileCipherError,
    );
  });

  it('does not open when any bit was changed', async () => {
    const sealed = sealBytes(key, 'place', noise(300));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(open(changed)).rejects.toThrow(FileCipherError);
      }),
    );
  });

  it('does not open when it was cut short, even between two frames', async () => {
    const sealed = sealBytes(key, 'place', noise(3 * FRAME_BYTES));
    const frame = FRAME_BYTES + 16;
    for (const length of [0, 10, 37, 37 + frame, 37 + 2 * frame, sealed.length - 1])
      await expect(open(sealed.subarray(0, length))).rejects.toThrow(FileCipherError);
  });

  it('does not open when frames changed places or came twice', async () => {
    const sealed = sealBytes(key, 'place', noise(3 * FRAME_BYTES));
    const frame = FRAME_BYTES + 16;
    const [head, one, two, three] = [
      sealed.subarray(0, 37),
      sealed.subarray(37, 37 + frame),
      sealed.subarray(37 + frame, 37 + 2 * frame),
      sealed.subarray(37 + 2 * frame),
    ];
    await expect(open(Buffer.concat([head, two, one, three]))).rejects.toThrow(FileCipherError);
    await expect(open(Buffer.concat([head, one, one, two, three]))).rejects.toThrow(FileCipherError);
  });
});
