export type { Config } from './config.schema';
export { ConfigError, loadConfig } from './load-config';
export { CONFIG } from './config.token';
