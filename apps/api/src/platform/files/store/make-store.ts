import type { Config } from '../../config';
import type { FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { S3Store } from './s3-store';

const S3_ADDRESS = /^s3:\/\/([^/]+)\/?(.*?)\/*$/;

/** The store the settings name: `s3://bucket/prefix`, or a folder. */
export const makeStore = (config: Config): FileStore => {
  const [, bucket, prefix = ''] = S3_ADDRESS.exec(config.FILE_STORE) ?? [];
  if (bucket === undefined) return new FolderStore(config.FILE_STORE);
  return new S3Store({
    bucket,
    prefix,
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    accessKey: config.S3_ACCESS_KEY,
    secretKey: config.S3_SECRET_KEY,
  });
};
