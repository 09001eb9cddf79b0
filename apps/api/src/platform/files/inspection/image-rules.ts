import { type Finding, polyglot, unreadable } from './refusal';

const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex');
/** The chunks PNG defines (ISO/IEC 15948, and the extensions registered since); others carry strangers. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB tEXt zTXt iTXt bKGD hIST pHYs sPLT tIME eXIf cICP mDCV cLLI'.split(
    ' ',
  ),
);

/** The first bytes of an archive's entry. */
const ARCHIVE_MARK = 'PK\u0003\u0004';

/** What no metadata of a picture has use for, and browsers, PHP and Java run when they are told to. */
const FOREIGN = [
  [/<\s*script|<\?php|<\s*html|javascript:/iu, 'script inside a picture'],
  [/%PDF-\d/u, 'PDF inside a picture'],
] as const;

const foreignIn = (metadata: Buffer): Finding => {
  const text = metadata.toString('latin1');
  const found = FOREIGN.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return polyglot(found[1]);
  return text.includes(ARCHIVE_MARK) ? polyglot('archive inside a picture') : null;
};

/** Chunks of compressed or structured data: they hold whatever bytes chance gives. */
const PNG_BINARY = new Set(['IDAT', 'PLTE', 'iCCP', 'zTXt', 'tRNS', 'hIST', 'sPLT']);

interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
  readonly next: number;
}

const pngChunk = (bytes: Buffer, at: number): PngChunk | null => {
  if (at + 12 > bytes.length) return null;
  const length = bytes.readUInt32BE(at);
  const next = at + 12 + length;
  if (next > bytes.length) return null;
  return {
    type: bytes.toString('latin1', at + 4, at + 8),
    data: bytes.subarray(at + 8, at + 8 + length),
    next,
  };
};

const chunkFinding = ({ type, data }: PngChunk): Finding => {
  if (!PNG_CHUNKS.has(type)) return polyglot('PNG with a chunk of its own');
  return PNG_BINARY.has(type) ? null : foreignIn(data);
};

/** PNG: chunk after chunk from the first byte to IEND, and nothing behind it. */
export const inspectPng = (bytes: Buffer): Finding => {
  if (!bytes.subarray(0, 8).equals(PNG_START)) return unreadable('not a PNG');
  let at = 8;
  for (;;) {
    const chunk = pngChunk(bytes, at);
    if (chunk === null) return unreadable('PNG that ends too early');
    if (at === 8 && chunk.type !== 'IHDR') return unreadable('PNG without its header');
    const finding = chunkFinding(chunk);
    if (finding !== null) return finding;
    at = chunk.next;
    if (chunk.type === 'IEND') return at === bytes.length ? null : polyglot('bytes behind the end of a PNG');
  }
};

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const isStandalone = (marker: number): boolean =>
  marker === 0x01 || marker === SOI || (marker >= 0xd0 && marker <= 0xd7);
/** APP0 to APP15 and comments: where strangers hide. */
const isMetadata = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** The place of the next marker in compressed data: FF followed by neither 00 nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
};

interface JpegStep {
  readonly finding: Finding;
  /** Where the next marker stands; null at the end. */
  readonly next: number | null;
}

const stop = (finding: Finding): JpegStep => ({ finding, next: null });

const tooShort = (): JpegStep => stop(unreadable('JPEG that ends too early'));

/** A marker that brings its length: metadata is looked through, a scan is walked to its end. */
const segmentStep = (bytes: Buffer, at: number, marker: number): JpegStep => {
  if (at + 4 > bytes.length) return tooShort();
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end > bytes.length) return tooShort();
  const finding = isMetadata(marker) ? foreignIn(bytes.subarray(at + 4, end)) : null;
  if (finding !== null) return stop(finding);
  return { finding, next: marker === SOS ? endOfScan(bytes, end) : end };
};

/** One marker with what belongs to it. */
const jpegStep = (bytes: Buffer, at: number): JpegStep => {
  if (bytes[at] !== 0xff || at + 1 >= bytes.length) return tooShort();
  const marker = bytes[at + 1] ?? 0;
  if (marker === EOI)
    return stop(at + 2 === bytes.length ? null : polyglot('bytes behind the end of a JPEG'));
  // FF may be repeated before a marker.
  if (marker === 0xff) return { finding: null, next: at + 1 };
  return isStandalone(marker) ? { finding: null, next: at + 2 } : segmentStep(bytes, at, marker);
};

/** JPEG: marker after marker from the first byte to the end mark, and nothing behind it. */
export const inspectJpeg = (bytes: Buffer): Finding => {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return unreadable('not a JPEG');
  let at = 2;
  for (;;) {
    const { finding, next } = jpegStep(bytes, at);
    if (finding !== null || next === null) return finding;
    at = next;
  }
};

/**
 * TIFF has no end mark and points anywhere, so it can only be asked to be one from the first byte and to hold no
 * document of another kind at its end, where PDF and ZIP readers look.
 */
export const inspectTiff = (bytes: Buffer): Finding => {
  const order = bytes.toString('latin1', 0, 2);
  if (bytes.length < 16 || (order !== 'II' && order !== 'MM')) return unreadable('not a TIFF');
  const first = order === 'II' ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  if (first < 8 || first + 6 > bytes.length) return unreadable('TIFF without a page');
  const tail = bytes.subarray(-66_000).toString('latin1');
  if (tail.includes('PK\u0005\u0006')) return polyglot('archive behind a TIFF');
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (/%PDF-\d/u.test(head) || tail.includes('%%EOF')) return polyglot('PDF inside a TIFF');
  return foreignScript(bytes);
};

const foreignScript = (bytes: Buffer): Finding =>
  /<\s*script|<\?php|<\s*html/iu.test(bytes.toString('latin1')) ? polyglot('script inside a TIFF') : null;
