import { signalCommands } from './tools/processes.ts';
import { Refusal } from './tools/ui.ts';

/** A command takes the words after its name and gives the process's exit code. */
type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start/index.ts')).start,
  build: async () => (await import('./commands/build.ts')).buildCommand,
  lint: async () => (await import('./commands/lint.ts')).lint,
  typecheck: async () => (await import('./commands/typecheck.ts')).typecheck,
  test: async () => (await import('./commands/test.ts')).test,
  gates: async () => (await import('./commands/gates.ts')).gates,
  emit: async () => (await import('./commands/emit.ts')).emit,
  codes: async () => (await import('./commands/codes.ts')).codes,
  bench: async () => (await import('./commands/bench.ts')).bench,
  chaos: async () => (await import('./commands/chaos.ts')).chaos,
  database: async () => (await import('./commands/database.ts')).database,
};

/** The commands that answer signals in their own order; the others just pass them on. */
const ownSignals = new Set(['start', 'database']);

async function main([name = '', ...words]: readonly string[]): Promise<number> {
  const load = commands[name];
  if (!load)
    throw new Refusal(`soc ${name}: there is no such command. Known: ${Object.keys(commands).join(', ')}.`);
  if (!ownSignals.has(name)) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        signalCommands('SIGTERM');
        process.exitCode = 130;
      });
    }
  }
  return (await load())(words);
}

try {
  const code = await main(process.argv.slice(2));
  process.exitCode = process.exitCode || code;
} catch (error) {
  process.stderr.write(`\n${error instanceof Refusal ? error.message : describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
