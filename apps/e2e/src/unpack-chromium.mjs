// Unpacks the Chromium that npm carries into the folder TMPDIR names, and prints where its program is.
// A process of its own, because the package chooses its folder while it is being loaded.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const program = await chromium.executablePath();
// Libraries that a bare machine may lack; used only there.
const packed = join(
  dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
  '..',
  'bin',
  'al2023.tar.br',
);
await inflate(packed);
process.stdout.write(program);
