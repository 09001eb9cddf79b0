import { measure } from './run/measure';
import { compareAll, withSession } from './run/session';
import { writeReport } from './report/write';
import { readSettings } from './settings';

const main = async (): Promise<void> => {
  const settings = readSettings(process.argv.slice(2));
  await withSession(settings, async (session) => {
    await compareAll(session);
    if (settings.check) return;
    await writeReport(settings, await measure(settings, session));
  });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
