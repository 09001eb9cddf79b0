import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { peerSettings } from '../peer-settings';
import { AppModule } from './app.module';

const main = async (): Promise<void> => {
  const adapter = new FastifyAdapter({ forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: ['error'] });
  adapter.getInstance().get('/ready', async () => ({}));
  app.enableShutdownHooks();
  await app.listen(peerSettings().port, '127.0.0.1');
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
