/**
 * Installs the packages with the pnpm that package.json pins, only when something changed.
 * The stamp lives inside node_modules, so removing that folder also forgets the stamp.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { fail, pinnedNode, root, runChild } from './pinned.mjs';

const stampFile = join(root, 'node_modules', '.soc-install');
const secondsBetweenLines = 5;

/** Leaves the workspace installed exactly as the lockfile says. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (existsSync(pinnedNode) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;

  const started = Date.now();
  say(
    '  … packages            installing what the lockfile pins (the first time this takes a minute or more)',
  );
  const { code, output } = await install();
  if (code !== 0) {
    process.stderr.write(`\n${output}\n`);
    fail(explain(output));
  }
  if (!existsSync(pinnedNode)) fail(`The pinned Node is not at ${pinnedNode} after the installation.`);
  writeFileSync(stampFile, wanted);
  say(`  ✓ packages            ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(`${process.platform} ${process.arch} ${pnpmVersion()}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function pnpmVersion() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '');
}

/** A pnpm of the pinned version that is already on the machine spares the download. */
function pnpmCommand() {
  const version = pnpmVersion();
  try {
    const found = execFileSync('pnpm', ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (found.trim() === version) return ['pnpm'];
  } catch {
    // No pnpm, or one that cannot run here: npx brings the pinned one.
  }
  return ['npx', '-y', `pnpm@${version}`];
}

async function install() {
  const [command, ...first] = pnpmCommand();
  const args = [...first, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'];
  let output = '';
  let lastLine = Date.now();
  const listen = (chunk) => {
    output += chunk;
    const progress = /Progress: ([^\n]*)/.exec(chunk)?.[1];
    if (progress && Date.now() - lastLine > secondsBetweenLines * 1000) {
      lastLine = Date.now();
      say(`  … packages            ${progress.trim()}`);
    }
  };
  const code = await runChild(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // CI: no questions. Prefer offline: a second machine-wide start needs no network.
    env: {
      ...process.env,
      CI: 'true',
      npm_config_prefer_offline: 'true',
      npm_config_update_notifier: 'false',
    },
    onSpawn: (child) => {
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', listen);
    },
  }).catch((error) => ((output += String(error)), 1));
  return { code, output };
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ERR_PNPM_META_FETCH_FAIL/.test(output)) {
    return 'The package registry cannot be reached. The first start needs the network (or a filled pnpm store).';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: the packages need about 1.5 GB.';
  if (/EACCES/.test(output)) return `This user may not write to ${root}.`;
  return 'The packages could not be installed; the reason stands above.';
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
