import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { restDocument } from './rest-document';

/** Our page around the viewer, beside the sources, at the same depth from `src` and `dist`. */
const PAGE = join(__dirname, '..', '..', '..', 'rest-page');
/** Of the viewer's files, those the page loads; nothing else of the package is served. */
const VIEWER_FILES = ['/swagger-ui.css', '/swagger-ui-bundle.js'];

/**
 * Serves the REST API's documentation: `/api/docs/`, and the document itself at `/api/v1/openapi.json`. Everything
 * comes from this server, so that the page works where nothing else can be reached.
 */
export const serveRestPages = async (app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, { root: PAGE, prefix: '/api/docs/', decorateReply: false });
  await app.register(fastifyStatic, {
    root: dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: '/api/docs/viewer/',
    decorateReply: false,
    allowedPath: (path) => VIEWER_FILES.includes(path),
  });
  // Made when first asked for: a process that only works off jobs never needs it.
  let document: OpenAPIObject | null = null;
  fastify.get('/api/v1/openapi.json', (_: FastifyRequest, reply: FastifyReply) => {
    document ??= restDocument(app);
    return reply.header('cache-control', 'no-cache').send(document);
  });
  fastify.get('/api/docs', (_: FastifyRequest, reply: FastifyReply) => reply.redirect('/api/docs/', 302));
};
