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
  DEMO: flag(false).describe('load demonstration data and say so on every page'),
  DEMO_SIGN_INS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('where `seed` writes the demonstration sign-ins for the launcher'),
  MASTER_KEYS: masterKeys.describe('keys that encrypt identifiers and second-factor secrets: id:base64,…'),
  FILE_STORE: z
    .string()
    .min(1)
    .default('.data/files')
    .describe('where files are kept: a folder, or s3://bucket/prefix'),
  S3_ENDPOINT: z.url().optional().describe('address of an S3-like store in the own house; default: AWS'),
  S3_REGION: z.string().min(1).default('eu-central-1').describe('region of the S3 store'),
  S3_ACCESS_KEY: z
    .string()
    .min(1)
    .optional()
    .describe("key of the S3 store; default: the machine's identity"),
  S3_SECRET_KEY: z.string().min(1).optional().describe('secret of that key'),
  FILE_SCANNER: z
    .string()
    .regex(/^(none|tcp:\/\/[^/:]+:\d+|unix:\/.+)$/)
    .default('none')
    .describe('who looks for malware: none, or clamd at tcp://host:3310 or unix:/path'),
  FILE_MEGABYTES: z.coerce.number().int().min(1).max(100).default(25).describe('largest file, in MB'),
  FILES_PER_MESSAGE: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .describe('most files of one message'),
  FILE_UPLOAD_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(168)
    .default(24)
    .describe('how long an upload that broke off can be continued'),
  REQUEST_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(300)
    .default(30)
    .describe('how long a request may take to arrive; who sends byte by byte is cut off'),
  SEARCHES_PER_HOUR: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(300)
    .describe(
      'most searches of one person or system in an hour, and a fifth of them in a minute; 0: no bound',
    ),
  TYPES_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder of further exchange types, one JSON file each, published when the process starts'),
  WEB_ROOT: z.string().min(1).optional().describe('folder of the built web client'),
  GRAPHIQL_ROOT: z.string().min(1).optional().describe('folder of the built GraphiQL'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: flag(false).describe('believe X-Forwarded-* headers of the proxy in front'),
  OPERATIONS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe("list of the web client's documents by hash, as its build writes it"),
  GRAPHQL_FREE_TEXT: flag(true).describe(
    "let signed-in staff send documents that are not the web client's; auditors and partner systems always may",
  ),
  GRAPHQL_JIT: flag(true).describe('execute with compiled queries; false runs plain graphql-js'),
});

/** The parsed settings; frozen, and the only place the environment is read from. */
export type Config = Readonly<z.output<typeof configSchema>>;
