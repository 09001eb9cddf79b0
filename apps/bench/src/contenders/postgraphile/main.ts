import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { peerSettings, POOL } from '../peer-settings';
import { verifyBearer } from '../token';
import { FUNCTIONS } from './functions';
import { sealedFields } from './sealed-fields';

const settings = peerSettings();

const prepareDatabase = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: settings.databaseUrl });
  await client.connect();
  await client.query(FUNCTIONS);
  await client.end();
};

/** The names of version 4 and the adaptor over node-postgres; everything else as it comes. */
const preset: GraphileConfig.Preset = {
  extends: [
    makeV4Preset({
      disableDefaultMutations: true,
      dynamicJson: true,
      simpleCollections: 'omit',
      graphiql: false,
    }),
  ],
  plugins: [sealedFields],
  pgServices: [
    makePgService({ connectionString: settings.databaseUrl, schemas: ['public'], poolConfig: { max: POOL } }),
  ],
  grafserv: { graphqlPath: '/graphql', watch: false },
  grafast: {
    context: ({ node }) => {
      const claims = verifyBearer(node?.req.headers.authorization, settings.secret);
      if (claims === null) throw new Error('no token');
      return { pgSettings: { 'bench.unit': claims.unit, 'bench.account': claims.account } };
    },
  },
};

const main = async (): Promise<void> => {
  await prepareDatabase();
  const inner = createServer();
  const instance = postgraphile(preset);
  // Its schema is built before the first request, as a careful operator would have it.
  await instance.getSchema();
  await instance.createServ(grafserv).addTo(inner);
  const server = createServer((request, response) => {
    if (request.url === '/ready') response.writeHead(200).end('{}');
    else inner.emit('request', request, response);
  });
  server.listen(settings.port, '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
