#!/usr/bin/env node
/** `npm test`: static gates, then small, medium and end-to-end tests. See src/test/. */
import { ensureInstalled } from './lib/install.mjs';
import { requireNode, runLauncher } from './lib/pinned.mjs';

requireNode();
await ensureInstalled();
await runLauncher(['test', ...(process.argv.length > 2 ? process.argv.slice(2) : ['all'])]);
