import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The rooms of the REST API, in the order the page shows them. */
const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['session', 'How a browser signs in and out.'],
  ['token', 'How a partner system gets its token.'],
  ['files', 'Attachments: sent piece by piece, fetched whole.'],
  ['receipts', 'Signed receipts of acceptance, and the keys they are checked with.'],
  ['exports', 'Lists as files.'],
];

/** The OpenAPI document of the application as it is; every operation asks for a session or a token unless it says not. */
export const restDocument = (app: NestFastifyApplication): OpenAPIObject => {
  const used = new DocumentBuilder()
    .setTitle('SOC COOP REST')
    .setDescription(
      'Sessions, tokens, files, receipts and exports of SOC COOP. Everything else is GraphQL at POST /graphql.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en')
    .addServer('/', 'this server')
    .addCookieAuth('soc')
    .addBearerAuth()
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('bearer');
  for (const [name, description] of TAGS) used.addTag(name, description);
  return SwaggerModule.createDocument(app, used.build());
};
