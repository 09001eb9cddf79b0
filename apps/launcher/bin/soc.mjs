#!/usr/bin/env node
/** `soc build|lint|typecheck|test …`: what every workspace's scripts call; works out the workspace from the folder. */
import { requireNode, runLauncher } from './lib/pinned.mjs';

requireNode();
await runLauncher(process.argv.slice(2));
