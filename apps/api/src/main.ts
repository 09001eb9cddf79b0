import 'reflect-metadata';
import { emit } from './commands/emit';
import { migrateCommand } from './commands/migrate';
import { seedCommand } from './commands/seed';
import { serve } from './commands/serve';
import { ConfigError } from './platform/config';

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  migrate: migrateCommand,
  seed: seedCommand,
  serve,
  emit,
};

const main = async (): Promise<void> => {
  const name = process.argv[2] ?? 'serve';
  const command = COMMANDS[name];
  if (command === undefined) {
    process.stderr.write(`unknown command ${name}; known: ${Object.keys(COMMANDS).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  await command();
};

main().catch((error: unknown) => {
  // A wrong setting is the operator's to mend and needs no stack.
  const text =
    error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text ?? 'failed'}\n`);
  process.exit(1);
});
