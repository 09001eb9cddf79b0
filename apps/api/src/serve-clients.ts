import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from './platform/config';

const DAY_SECONDS = 86_400;

/**
 * The headers every answer carries. Scripts come from this origin only; inline styles are allowed because the
 * component kit and Monaco set style attributes.
 */
export const contentSecurityPolicy = (config: Config): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity:
    config.PUBLIC_ORIGIN?.startsWith('https:') === true ? { maxAge: 365 * DAY_SECONDS } : false,
  // The same as `frame-ancestors`, for browsers that read only this one.
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
});

/** Paths that belong to the API: an unknown one is an error, not the web client's start page. */
const API_PATHS = ['/api/', '/graphql', '/health', '/metrics', '/assets/'];

const isPage = (request: FastifyRequest): boolean => {
  const path = request.url.split('?')[0] ?? '';
  return (
    request.method === 'GET' &&
    !API_PATHS.some((prefix) => path === prefix || path.startsWith(prefix)) &&
    !/\.[a-z0-9]+$/i.test(path)
  );
};

/** File names under /assets carry a hash of their content: they may be kept for ever. */
const cacheHeaders = (reply: Pick<FastifyReply, 'header'>, path: string): void => {
  void reply.header(
    'cache-control',
    path.includes('/assets/') ? `public, max-age=${365 * DAY_SECONDS}, immutable` : 'no-cache',
  );
};

/** Serves the built web client and GraphiQL from the same origin as the API, where they were built. */
export const serveClients = async (app: NestFastifyApplication, config: Config): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  const graphiql = config.GRAPHIQL_ROOT;
  if (graphiql !== undefined && existsSync(graphiql)) {
    await app.register(fastifyStatic, {
      root: graphiql,
      prefix: '/graphiql/',
      decorateReply: false,
      setHeaders: cacheHeaders,
    });
    fastify.get('/graphiql', async (_: FastifyRequest, reply: FastifyReply) =>
      reply.redirect('/graphiql/', 302),
    );
  }
  const web = config.WEB_ROOT;
  if (web === undefined || !existsSync(join(web, 'index.html'))) return;
  await app.register(fastifyStatic, { root: web, prefix: '/', setHeaders: cacheHeaders, wildcard: false });
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isPage(request)) return reply.sendFile('index.html');
    return undefined;
  });
};
