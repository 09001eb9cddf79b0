import { chromium as playwright, type Browser } from 'playwright-core';
import { shared } from './shared-state';

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever a page asks for elsewhere is noted by the visit, and finds nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** Starts a real Chromium that talks to nobody by itself. */
export async function launchBrowser(): Promise<Browser> {
  const { program, env } = shared().chromium;
  return playwright.launch({ executablePath: program, args: quiet, env: { ...inherited(), ...env } });
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
