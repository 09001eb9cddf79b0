import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';

type Headers = readonly (readonly [name: string, value: string])[];

/** What helmet sets on an answer, as it says itself: of a server that has nothing else. */
const headersOf = async (options: FastifyHelmetOptions): Promise<Headers> => {
  const probe = fastify();
  await probe.register(fastifyHelmet, options);
  let set: Headers = [];
  probe.get('/', async (_, reply) => {
    set = Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]);
    return '';
  });
  await probe.inject('/');
  await probe.close();
  return set;
};

/**
 * Sets helmet's headers on every answer. They are the same for all, without a nonce, so helmet is asked once: at every
 * request it would put its policies together anew.
 */
export const installSecurityHeaders = async (
  server: FastifyInstance,
  options: FastifyHelmetOptions,
): Promise<void> => {
  const headers = await headersOf(options);
  server.addHook('onRequest', (_, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
};
