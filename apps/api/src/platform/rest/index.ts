export { ErrorFilter } from './error.filter';
export { HealthController } from './health.controller';
export { Metrics } from './metrics';
export { PROBLEM, type SchemaObject } from './openapi';
export { restDocument } from './rest-document';
export { serveRestPages } from './rest-pages';
export { problemOf } from './problem';
export { installRequestHooks } from './request-hooks';
export { inputValidation } from './validation.pipe';
