import 'reflect-metadata';
import { ConfigError } from './platform/config';

/** Each command loads only what it needs: migrating does not wait for the whole application. */
const COMMANDS: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  migrate: async () => (await import('./commands/migrate')).migrateCommand,
  seed: async () => (await import('./commands/seed')).seedCommand,
  serve: async () => (await import('./commands/serve')).serve,
  emit: async () => (await import('./commands/emit')).emit,
  rekey: async () => (await import('./commands/rekey')).rekey,
};

const main = async (): Promise<void> => {
  const name = process.argv[2] ?? 'serve';
  const load = COMMANDS[name];
  if (load === undefined) {
    process.stderr.write(`unknown command ${name}; known: ${Object.keys(COMMANDS).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const command = await load();
  await command();
};

main().catch((error: unknown) => {
  // A wrong setting is the operator's to mend and needs no stack.
  const text =
    error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text ?? 'failed'}\n`);
  process.exit(1);
});
