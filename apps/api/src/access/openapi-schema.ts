import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A schema of the OpenAPI document, written out where its shape is no class of ours. */
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;
