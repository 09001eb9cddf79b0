import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

/** Listens to the statements an application asks its database, BEGIN, settings and COMMIT left out. */
export class Statements {
  private texts: string[] = [];

  constructor(app: NestFastifyApplication) {
    const nothing = (): undefined => undefined;
    app.get(DataSource).setOptions({
      logger: {
        logQuery: (text) => void this.texts.push(text),
        logQueryError: nothing,
        logQuerySlow: nothing,
        logSchemaBuild: nothing,
        logMigration: nothing,
        log: nothing,
      },
    });
  }

  /** What was asked while something was done. */
  async during(work: () => Promise<unknown>): Promise<readonly string[]> {
    this.texts = [];
    await work();
    return this.texts;
  }
}
