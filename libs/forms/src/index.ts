export * from './definition';
export type { JsonObject, JsonSchema, JsonValue } from './schema/json-schema';
