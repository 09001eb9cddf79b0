import { createApp } from '../create-app';
import { FileHousekeeping } from '../exchanges';
import { loadConfig } from '../platform/config';
import { Heartbeat } from '../platform/database';
import { Logger } from '../platform/log';
import { startWorker } from './worker';

/** `serve`: answers requests, works off jobs, or both, as ROLE says. */
export const serve = async (): Promise<void> => {
  const config = loadConfig();
  const app = await createApp(config);
  // Rooms register what they handle when they are initialised; work may start only then.
  await app.init();
  app.get(Heartbeat).start();
  app.get(FileHousekeeping).begin();
  if (config.ROLE !== 'web') await startWorker(app);
  await app.listen(config.PORT, config.HOST);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT;
  app.get(Logger).info('listening', { port, role: config.ROLE });
};
