import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A schema of the OpenAPI document, written out where its shape is no class of ours. */
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

/** A refusal (RFC 9457). */
export const PROBLEM = {
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'reason', 'params'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string', description: 'One sentence in the language of the reader.' },
          status: { type: 'integer' },
          code: { type: 'string', description: 'The class of the error.' },
          reason: { type: 'string', description: 'The coded error.' },
          params: { type: 'object', additionalProperties: true },
          requestId: { type: 'string', nullable: true },
        },
      } satisfies SchemaObject,
    },
  },
};
