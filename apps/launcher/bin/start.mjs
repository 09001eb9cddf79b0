#!/usr/bin/env node
/** `npm start`: from a fresh machine to a running product. See src/start/ for what happens after the installation. */
import { ensureInstalled } from './lib/install.mjs';
import { requireNode, runLauncher } from './lib/pinned.mjs';

requireNode();
process.stdout.write('SOC COOP\n');
await ensureInstalled();
await runLauncher(['start', ...process.argv.slice(2)]);
