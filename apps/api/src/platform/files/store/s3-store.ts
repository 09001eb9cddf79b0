import type * as S3 from '@aws-sdk/client-s3';
import { checkedKey, FileAbsent, FileStore } from './file-store';

/** How an S3-like store is reached. Without keys the machine's own identity is used. */
export interface S3Settings {
  readonly bucket: string;
  /** Words before every key; empty for none. */
  readonly prefix: string;
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKey: string | undefined;
  readonly secretKey: string | undefined;
}

type Sdk = typeof S3;

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');

/** Most keys one request may delete (S3 API). */
const DELETE_AT_ONCE = 1000;

/** Keeps objects in an S3-like store. The client is loaded with the first use: offices without one never load it. */
export class S3Store extends FileStore {
  private loading: Promise<{ sdk: Sdk; client: S3.S3Client }> | null = null;

  constructor(private readonly settings: S3Settings) {
    super();
  }

  override async put(key: string, bytes: Buffer): Promise<void> {
    const { sdk, client } = await this.connected();
    const object = { ...this.place(key), Body: bytes, ContentLength: bytes.length };
    await client.send(new sdk.PutObjectCommand(object));
  }

  override async get(key: string): Promise<AsyncIterable<Buffer>> {
    const { sdk, client } = await this.connected();
    try {
      const { Body } = await client.send(new sdk.GetObjectCommand(this.place(key)));
      if (Body === undefined) throw new FileAbsent();
      // In Node the body is a readable stream; the SDK's type also speaks of browsers.
      return Body as AsyncIterable<Buffer>;
    } catch (error) {
      if (isAbsent(error)) throw new FileAbsent();
      throw error;
    }
  }

  override async remove(key: string): Promise<void> {
    const { sdk, client } = await this.connected();
    await client.send(new sdk.DeleteObjectCommand(this.place(key)));
  }

  override async removeAll(folder: string): Promise<void> {
    const { sdk, client } = await this.connected();
    const { Bucket, Key } = this.place(folder);
    for (;;) {
      const { Contents = [], IsTruncated = false } = await client.send(
        new sdk.ListObjectsV2Command({ Bucket, Prefix: `${Key}/`, MaxKeys: DELETE_AT_ONCE }),
      );
      const found = Contents.flatMap((object) => (object.Key === undefined ? [] : [object.Key]));
      for (const each of found) await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: each }));
      if (!IsTruncated || found.length === 0) return;
    }
  }

  private place(key: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.settings;
    return { Bucket: bucket, Key: prefix === '' ? checkedKey(key) : `${prefix}/${checkedKey(key)}` };
  }

  private async connected(): Promise<{ sdk: Sdk; client: S3.S3Client }> {
    this.loading ??= this.connect();
    return this.loading;
  }

  private async connect(): Promise<{ sdk: Sdk; client: S3.S3Client }> {
    const sdk = await import('@aws-sdk/client-s3');
    const { endpoint, region, accessKey, secretKey } = this.settings;
    const client = new sdk.S3Client({
      region,
      // Stores in the own house answer by path, not by a host name per bucket.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(accessKey === undefined || secretKey === undefined
        ? {}
        : { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { sdk, client };
  }
}
