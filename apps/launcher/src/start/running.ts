import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../build/stamp.ts';
import { type Holder, stillRuns, takeLock } from '../tools/lock.ts';
import { birthmark, signal, waitForEnd } from '../tools/processes.ts';
import { Refusal } from '../tools/ui.ts';

/** What runs on a data folder; kept in `run.json`, so that the next start can clear up after a kill. */
interface RunNote {
  readonly address: string;
  readonly api: Holder;
}

const patience = 10_000;

/** The one start that a data folder allows at a time. */
export interface Claim {
  /** Notes the API that serves, and where. */
  note(address: string, apiPid: number): Promise<void>;
  release(): Promise<void>;
}

/**
 * Claims a data folder for this start.
 * @throws Refusal when another start has it
 */
export async function claim(dataDir: string): Promise<Claim> {
  const file = join(dataDir, 'run.json');
  const taken = await takeLock(join(dataDir, 'launcher.lock')).catch((error: unknown) => {
    throw new Refusal(
      `The folder ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  if ('pid' in taken) throw alreadyRunning(dataDir, taken, readNote(file));
  await stopLeftoverApi(readNote(file));
  rmSync(file, { force: true });
  return {
    note: (address, pid) =>
      writeWhole(
        file,
        `${JSON.stringify({ address, api: { pid, birthmark: birthmark(pid) } } satisfies RunNote)}\n`,
      ),
    release: async () => {
      rmSync(file, { force: true });
      await taken.release();
    },
  };
}

function alreadyRunning(dataDir: string, holder: Holder, note: RunNote | null): Refusal {
  const where = note ? ` at ${note.address}` : '';
  return new Refusal(
    `The product already runs${where} on the data in ${dataDir} (process ${holder.pid}).\n` +
      'Stop it first, or start a second one beside it: DATA_DIR=.data-2 PORT=3100 npm start',
  );
}

/** The API of a start that was killed may still hold the port and old code. */
async function stopLeftoverApi(note: RunNote | null): Promise<void> {
  if (!note || note.api.birthmark === '' || !stillRuns(note.api)) return;
  signal(note.api.pid, 'SIGTERM');
  if (await waitForEnd(note.api.pid, patience)) return;
  signal(note.api.pid, 'SIGKILL');
  await waitForEnd(note.api.pid, patience);
}

function readNote(file: string): RunNote | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunNote;
  } catch {
    return null;
  }
}
