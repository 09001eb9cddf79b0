import { configSchema, type Config } from './config.schema';

/** Wrong settings: every wrong name with what is wrong with it, never its value (it may be a secret). */
export class ConfigError extends Error {
  constructor(readonly problems: readonly { readonly name: string; readonly problem: string }[]) {
    super(`wrong settings:\n${problems.map(({ name, problem }) => `  ${name}: ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Parses the environment once.
 * @throws ConfigError naming every wrong setting, so that an operator mends them in one go.
 */
export const loadConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const known = Object.keys(configSchema.shape);
  const given = Object.fromEntries(known.map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map(({ path, message, code }) => ({
    name: path.join('.'),
    problem: code === 'invalid_type' && given[String(path[0])] === undefined ? 'is required' : message,
  }));
  throw new ConfigError(problems);
};
