import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '@soc-coop/contracts';
import { AppModule } from './app.module';
import { ActorResolver, SocketActors } from './platform/context';
import type { Clock } from './platform/clock/clock';
import type { Config } from './platform/config';
import { DomainError } from './platform/errors';
import { serveSocket, SocketConnections } from './platform/graphql';
import { takeUploads } from './platform/files';
import { Acts } from './platform/acts';
import { Logger } from './platform/log';
import {
  answerBrokenRequest,
  answerUnreadableAddress,
  ErrorFilter,
  inputValidation,
  installRequestHooks,
  Metrics,
  RequestTally,
  serveRestPages,
  takeJson,
} from './platform/rest';
import { installSecurityHeaders } from './security-headers';
import { contentSecurityPolicy, serveClients } from './serve-clients';

/** Requests one address may send in a minute before it is asked to wait: far above any officer, below a flood. */
const REQUESTS_PER_MINUTE = 1_200;

const installPlugins = async (app: NestFastifyApplication, config: Config): Promise<void> => {
  await installSecurityHeaders(app.getHttpAdapter().getInstance(), contentSecurityPolicy(config));
  await app.register(fastifyCookie);
  await app.register(fastifyRateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    store: RequestTally,
    allowList: (request) => request.url.startsWith('/health') || request.url.startsWith('/assets'),
    errorResponseBuilder: (_, { ttl }) =>
      new DomainError('request.tooMany', { seconds: Math.ceil(ttl / 1000) }),
  });
};

/** Builds the application without listening; tests and the schema emitter use it too. */
export const createApp = async (config: Config, clock?: Clock): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.requestBytes,
    trustProxy: config.TRUST_PROXY,
    requestTimeout: config.REQUEST_SECONDS * 1_000,
    http: {
      // Headers have a time of their own, which Node would let be longer than that of the whole request.
      headersTimeout: config.REQUEST_SECONDS * 1_000,
      // Node looks for requests that are late only so often; its own half minute would double the time.
      connectionsCheckingInterval: config.REQUEST_SECONDS * 500,
    },
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnreadableAddress,
    clientErrorHandler: answerBrokenRequest,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  await installPlugins(app, config);
  installRequestHooks(adapter.getInstance(), {
    resolver: app.get(ActorResolver),
    acts: app.get(Acts),
    metrics: app.get(Metrics),
    logger: app.get(Logger),
  });
  const closeSockets = serveSocket(adapter.getInstance().server, config, {
    actors: app.get(SocketActors),
    connections: app.get(SocketConnections),
    logger: app.get(Logger),
    schema: () => app.get(GraphQLSchemaHost).schema,
  });
  // A server waits for its open connections to end; these would not end by themselves.
  adapter.getInstance().addHook('preClose', closeSockets);
  takeJson(app);
  takeUploads(adapter.getInstance());
  app.useGlobalPipes(inputValidation());
  app.useGlobalFilters(new ErrorFilter(app.get(Acts), app.get(Logger)));
  app.enableShutdownHooks();
  await serveRestPages(app);
  await serveClients(app, config);
  return app;
};
