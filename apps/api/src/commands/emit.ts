import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createApp } from '../create-app';
import { loadConfig } from '../platform/config';
import { restDocument } from '../platform/rest';

/** The workspace root, from `apps/api/dist/commands`. */
const ROOT = join(__dirname, '..', '..', '..', '..');
const BANNER = '# Emitted from the application itself by `pnpm schema`; do not edit.\n\n';

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
};

/** `emit`: writes schema.graphql and the OpenAPI document of the real application, without listening. */
export const emit = async (): Promise<void> => {
  const app = await createApp(loadConfig());
  await app.init();
  const schema = lexicographicSortSchema(app.get(GraphQLSchemaHost).schema);
  await write(join(ROOT, 'apps/api/schema.graphql'), `${BANNER}${printSchema(schema)}\n`);
  await write(join(ROOT, 'openapi/soc-coop.json'), `${JSON.stringify(restDocument(app), null, 2)}\n`);
  await app.close();
};
