import { inflateRawSync } from 'node:zlib';

/** One entry of an archive as its directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** An archive read whole; null where it is not exactly one from the first byte to the last. */
export type ZipDirectory = { readonly entries: readonly ZipEntry[] } | { readonly defect: string };

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LISTED_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_ENTRIES = 5000;

const defect = (text: string): ZipDirectory => ({ defect: text });

const listedEntry = (bytes: Buffer, at: number): { entry: ZipEntry; next: number } | null => {
  if (at + LISTED_BYTES > bytes.length || bytes.readUInt32LE(at) !== LISTED) return null;
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + LISTED_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const entry = {
    name: bytes.toString('utf8', at + LISTED_BYTES, at + LISTED_BYTES + nameLength),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
  return { entry, next };
};

/**
 * Reads the directory of an archive that fills the whole file: it begins with its first entry and ends with its end
 * record, without comment. Anything before, between or behind could be another file.
 */
export const readZip = (bytes: Buffer): ZipDirectory => {
  const end = bytes.length - END_BYTES;
  if (end < 0 || bytes.readUInt32LE(end) !== END) return defect('archive with bytes behind its end');
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return defect('archive with too many entries');
  if (start + size !== end) return defect('archive whose directory is not at its end');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const found = listedEntry(bytes, at);
    if (found === null) return defect('archive whose directory cannot be read');
    entries.push(found.entry);
    at = found.next;
  }
  if (at !== end) return defect('archive with more than its directory lists');
  if (bytes.readUInt32LE(0) !== LOCAL || !entries.some((entry) => entry.at === 0))
    return defect('archive that does not begin with its first entry');
  return { entries };
};

/** The content of an entry, up to a number of bytes; null where it cannot be read or is larger than it says. */
export const readEntry = (bytes: Buffer, entry: ZipEntry, most: number): Buffer | null => {
  const { at, packed, method, size } = entry;
  if (size > most || at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return null;
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data;
  if (method !== 8) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
};
