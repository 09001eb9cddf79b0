import type { FastifyInstance } from 'fastify';

/** The media type of the bytes of an upload (tus 1.0). */
export const UPLOAD_BODY = 'application/offset+octet-stream';

/**
 * Lets bodies of uploads through unread: whoever takes them reads the request itself, in pieces and up to a limit.
 * Fastify's own limit is for bodies that are parsed whole.
 */
export const takeUploads = (fastify: FastifyInstance): void => {
  fastify.addContentTypeParser(UPLOAD_BODY, (_request, _payload, done) => {
    done(null);
  });
};
