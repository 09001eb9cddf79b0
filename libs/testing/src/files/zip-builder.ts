import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive to build. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** Stored as it is instead of compressed. */
  readonly stored?: boolean;
  /** Written into the directory as if it were locked by a password. */
  readonly encrypted?: boolean;
  /** The size the directory claims, where it is to lie. */
  readonly claimedSize?: number;
}

interface Written {
  readonly local: Buffer;
  readonly listed: (at: number) => Buffer;
}

const write = ({ name, content, stored = false, encrypted = false, claimedSize }: ZipPart): Written => {
  const bytes = Buffer.from(content);
  const data = stored ? bytes : deflateRawSync(bytes);
  const label = Buffer.from(name, 'utf8');
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(encrypted ? 1 : 0, 2);
  shared.writeUInt16LE(stored ? 0 : 8, 4);
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(claimedSize ?? bytes.length, 18);
  shared.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, label, data]);
  const listed = (at: number): Buffer => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    return Buffer.concat([
      Buffer.from('504b01021400', 'hex'),
      shared.subarray(0, 26),
      rest.subarray(0, 14),
      label,
    ]);
  };
  return { local, listed };
};

/** An archive of the given parts, in their order. */
export const zipOf = (parts: readonly ZipPart[]): Buffer => {
  const written = parts.map(write);
  const starts: number[] = [];
  let at = 0;
  for (const { local } of written) {
    starts.push(at);
    at += local.length;
  }
  const directory = Buffer.concat(written.map(({ listed }, index) => listed(starts[index] ?? 0)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...written.map(({ local }) => local), directory, end]);
};
