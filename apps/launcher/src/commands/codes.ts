import { readSettings } from '../start/settings.ts';
import { readSignIns, signInTable } from '../start/sign-ins.ts';
import { say } from '../tools/ui.ts';

/** `soc codes`: the demonstration sign-ins once more, with the second-factor codes of this moment. */
export async function codes(): Promise<number> {
  const { signInsFile } = await readSettings(process.env);
  const table = signInTable(await readSignIns(signInsFile), new Date());
  if (table.length === 0) say('There are no demonstration sign-ins here.');
  table.forEach((line) => say(line));
  return 0;
}
