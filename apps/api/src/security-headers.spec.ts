import fastifyHelmet from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';
import { loadConfig } from './platform/config';
import { installSecurityHeaders } from './security-headers';
import { contentSecurityPolicy } from './serve-clients';

const optionsAt = (origin: string) =>
  contentSecurityPolicy(
    loadConfig({
      DATABASE_URL: 'postgres://nowhere',
      MASTER_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
      PUBLIC_ORIGIN: origin,
    }),
  );

/** The headers of an answer, of a refusal and of an unknown address. */
const answersOf = async (install: (server: FastifyInstance) => Promise<void>) => {
  const server = fastify();
  await install(server);
  server.get('/answer', async () => ({ fine: true }));
  server.get('/refusal', async () => {
    throw new Error('no');
  });
  const answers = [];
  for (const url of ['/answer', '/refusal', '/nothing']) {
    const { statusCode, headers } = await server.inject(url);
    const { date, ...others } = headers;
    answers.push({ statusCode, others, dated: date !== undefined });
  }
  await server.close();
  return answers;
};

describe('the headers every answer carries', () => {
  it.each(['http://127.0.0.1:3000', 'https://soc-coop.example'])(
    'are those of helmet, at %s',
    async (origin) => {
      const options = optionsAt(origin);
      const ours = await answersOf((server) => installSecurityHeaders(server, options));
      const helmets = await answersOf(async (server) => {
        await server.register(fastifyHelmet, options);
      });
      expect(ours).toEqual(helmets);
      expect(ours.map(({ statusCode }) => statusCode)).toEqual([200, 500, 404]);
      for (const { others } of ours) {
        expect(others['content-security-policy']).toContain("default-src 'none';script-src 'self'");
        expect('strict-transport-security' in others).toBe(origin.startsWith('https:'));
      }
    },
  );
});
