import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Stored bytes cannot be opened: changed, cut short, put in another order, or under another key. Nobody can answer
 * this usefully, so it is no coded refusal: it ends as `service.internal` and in the log.
 */
export class FileCipherError extends Error {
  override readonly name = 'FileCipherError';
}

const MAGIC = Buffer.from('SOCF1', 'ascii');
const SALT_BYTES = 32;
const TAG_BYTES = 16;
const COUNTER_BYTES = 11;
/** Bytes of text in a frame: small enough to open as a stream, large enough to cost nothing. */
export const FRAME_BYTES = 64 * 1024;
const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;

/** Bytes of a new key for one file. */
const FILE_KEY_BYTES = 32;

/** A key for one file and no other. */
export const newFileKey = (): Buffer => randomBytes(FILE_KEY_BYTES);

/** One key for one sealed object: an object written again under the same file key gets another. */
const objectKey = (key: Buffer, salt: Buffer, context: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `soc-coop file ${context}`, FILE_KEY_BYTES));

/** The nonce counts frames and marks the last one, so that none can be left out, moved or added (STREAM). */
const nonceOf = (frame: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(COUNTER_BYTES + 1);
  nonce.writeUIntBE(frame, COUNTER_BYTES - 6, 6);
  nonce[COUNTER_BYTES] = last ? 1 : 0;
  return nonce;
};

const sealFrame = (key: Buffer, frame: number, last: boolean, text: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame, last));
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
};

const openFrame = (key: Buffer, frame: number, last: boolean, sealed: Buffer): Buffer => {
  if (sealed.length < TAG_BYTES) throw new FileCipherError('stored bytes end too early');
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame, last));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new FileCipherError('stored bytes do not open', { cause });
  }
};

/**
 * Seals bytes in frames of AES-256-GCM. `context` ties them to their place: moved to another name they do not open.
 */
export const sealBytes = (fileKey: Buffer, context: string, bytes: Buffer): Buffer => {
  const salt = randomBytes(SALT_BYTES);
  const key = objectKey(fileKey, salt, context);
  const frames: Buffer[] = [MAGIC, salt];
  const count = Math.max(1, Math.ceil(bytes.length / FRAME_BYTES));
  for (let frame = 0; frame < count; frame += 1)
    frames.push(
      sealFrame(
        key,
        frame,
        frame === count - 1,
        bytes.subarray(frame * FRAME_BYTES, (frame + 1) * FRAME_BYTES),
      ),
    );
  return Buffer.concat(frames);
};

/**
 * Opens sealed bytes as they arrive: no byte leaves before its frame has been verified, and an object that was cut
 * short fails instead of ending.
 * @throws FileCipherError
 */
export async function* openBytes(
  fileKey: Buffer,
  context: string,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let key: Buffer | null = null;
  let frame = 0;
  for await (const piece of sealed) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    if (key === null) {
      if (rest.length < HEADER_BYTES) continue;
      key = keyFromHeader(fileKey, context, rest);
      rest = rest.subarray(HEADER_BYTES);
    }
    // The last frame is told from the others by the end of the bytes, so one whole frame is always held back.
    while (rest.length > SEALED_FRAME_BYTES) {
      yield openFrame(key, frame, false, rest.subarray(0, SEALED_FRAME_BYTES));
      rest = rest.subarray(SEALED_FRAME_BYTES);
      frame += 1;
    }
  }
  if (key === null) throw new FileCipherError('stored bytes end too early');
  yield openFrame(key, frame, true, rest);
}

const keyFromHeader = (fileKey: Buffer, context: string, bytes: Buffer): Buffer => {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new FileCipherError('not a stored file');
  return objectKey(fileKey, bytes.subarray(MAGIC.length, HEADER_BYTES), context);
};
