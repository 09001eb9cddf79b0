import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const escape = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

const list = (objects: ReadonlyMap<string, Buffer>, bucket: string, query: URLSearchParams): string => {
  const prefix = `${bucket}/${query.get('prefix') ?? ''}`;
  const most = Number(query.get('max-keys') ?? 1000);
  const found = [...objects.keys()].filter((key) => key.startsWith(prefix));
  const contents = found
    .slice(0, most)
    .map((key) => `<Contents><Key>${escape(key.slice(bucket.length + 1))}</Key></Contents>`);
  return `<ListBucketResult><IsTruncated>${String(found.length > most)}</IsTruncated>${contents.join('')}</ListBucketResult>`;
};

/** A store in memory that speaks as much S3 as the driver uses; for its tests. */
export interface SmallS3 {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly close: () => void;
}

/** Starts it on a port of the loopback. Requests without a signature are refused. */
export const startSmallS3 = async (): Promise<SmallS3> => {
  const objects = new Map<string, Buffer>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://s3');
    const path = decodeURIComponent(pathname.slice(1));
    if (!(request.headers.authorization ?? '').startsWith('AWS4-HMAC-SHA256 Credential=store-key/'))
      response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
    else if (request.method === 'PUT') {
      objects.set(path, Buffer.concat(chunks));
      response.writeHead(200, { etag: '"x"' }).end();
    } else if (request.method === 'DELETE') {
      objects.delete(path);
      response.writeHead(204).end();
    } else if (searchParams.has('list-type'))
      response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(list(objects, path.replace(/\/$/u, ''), searchParams));
    else {
      const found = objects.get(path);
      if (found === undefined)
        response
          .writeHead(404, { 'content-type': 'application/xml' })
          .end('<Error><Code>NoSuchKey</Code></Error>');
      else response.writeHead(200, { 'content-length': found.length }).end(found);
    }
  };
  const server = createServer((request, response) => {
    void answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
