import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '..', '..', '..');
const manifest = join(__dirname, '..', 'node_modules', '@sparticuz', 'chromium', 'package.json');
const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Which Chromium to start, and what it needs to find. */
export interface Chromium {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

/** An installed Chromium, else the one npm carries, unpacked once per version. */
export async function findChromium(): Promise<Chromium> {
  const installed = process.env['CHROMIUM'] ?? installedChromium();
  if (installed !== null) return { program: installed, env: {} };
  const folder = await unpacked();
  const program = join(folder, 'chromium');
  const bare = await run(program, ['--version']).then(
    () => false,
    () => true,
  );
  const env = {
    ...(bare && { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    ...(!existsSync('/etc/fonts') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
  return { program, env };
}

function installedChromium(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = installedNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Unpacks beside the final name, so that an interrupted run leaves no half of a browser. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await run(process.execPath, [join(__dirname, 'unpack-chromium.mjs')], {
    env: { ...process.env, TMPDIR: draft },
  });
  renameSync(draft, folder);
  return folder;
}
