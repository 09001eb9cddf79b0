import { z } from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true' || value === '1');

const port = z.coerce.number().int().min(0).max(65_535);

/** `id:base64,id:base64`: 32-byte keys, the first one encrypts, all of them decrypt. */
const masterKeys = z
  .string()
  .regex(/^[A-Za-z0-9]+:[A-Za-z0-9+/]{43}=(,[A-Za-z0-9]+:[A-Za-z0-9+/]{43}=)*$/)
  .transform((text) =>
    text.split(',').map((part) => {
      const [id = '', base64 = ''] = part.split(':');
      return { id, key: Buffer.from(base64, 'base64') };
    }),
  );

/** Every setting of the API: name in the environment, meaning, form and default. */
export const configSchema = z.object({
  DATABASE_URL: z.string().min(1).describe('PostgreSQL address of the owner role, for migrations'),
  APP_DATABASE_URL: z
    .string()
    .min(1)
    .optional()
    .describe('PostgreSQL address of the app role; default: DATABASE_URL, switched to role soc_app'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10).describe('connections per process'),
  HOST: z.string().min(1).default('0.0.0.0').describe('address to listen on'),
  PORT: port.default(3000).describe('port to listen on; 0 lets the system choose'),
  PUBLIC_ORIGIN: z.url().optional().describe('the address people use, e.g. https://soc-coop.example'),
  ROLE: z.enum(['web', 'worker', 'all']).default('all').describe('what this process does'),
  DEMO: flag(true).describe('load demonstration data and say so on every page'),
  DEMO_SIGN_INS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('where `seed` writes the demonstration sign-ins for the launcher'),
  MASTER_KEYS: masterKeys.describe('keys that encrypt identifiers and second-factor secrets: id:base64,…'),
  FILE_STORE: z.string().min(1).default('.data/files').describe('folder of stored files'),
  TYPES_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder of further exchange types, one JSON file each, published when the process starts'),
  WEB_ROOT: z.string().min(1).optional().describe('folder of the built web client'),
  GRAPHIQL_ROOT: z.string().min(1).optional().describe('folder of the built GraphiQL'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: flag(false).describe('believe X-Forwarded-* headers of the proxy in front'),
  GRAPHQL_JIT: flag(true).describe('execute with compiled queries; false runs plain graphql-js'),
});

/** The parsed settings; frozen, and the only place the environment is read from. */
export type Config = Readonly<z.output<typeof configSchema>>;
