import type { JsonValue } from '@soc-coop/domain';

export type { JsonValue } from '@soc-coop/domain';

/**
 * The part of JSON Schema 2020-12 the product's forms use. A definition with any other keyword is refused by
 * `checkDefinition`, because the checker of the browser does not know it (docs/adr/0007).
 */
export interface JsonSchema {
  readonly $schema?: 'https://json-schema.org/draft/2020-12/schema';
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** Local only: `#/$defs/<name>`. */
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'date';
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A JSON object: the content of a request, of an answer, of a person block. */
export type JsonObject = Readonly<Record<string, JsonValue>>;
