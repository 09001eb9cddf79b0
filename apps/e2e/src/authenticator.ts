import { createHmac } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as waitFor } from 'node:timers/promises';
import { shared } from './shared-state';

const stepMs = 30_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The next code of somebody's authenticator that nobody used yet. The product takes each code once; journeys of
 * several files sign in as the same auditor within one time step, so the steps used so far are noted beside the
 * data. The product takes the code of the step to come as well, for clocks that differ.
 */
export async function freshCode(email: string, secret: string): Promise<string> {
  const present = Math.floor(Date.now() / stepMs);
  const step = [present, present + 1].find((candidate) => claim(email, candidate));
  if (step !== undefined) return codeAt(secret, step);
  await waitFor((present + 1) * stepMs - Date.now());
  return freshCode(email, secret);
}

/** The six digits of a time step (RFC 6238 with SHA-1, as every authenticator app shows them). */
function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** True for the first who claims a step: the file system decides, so that it also holds between processes. */
function claim(email: string, step: number): boolean {
  const folder = join(shared().dataDir, 'codes-used');
  mkdirSync(folder, { recursive: true });
  try {
    closeSync(openSync(join(folder, `${email}-${step}`), 'wx'));
    return true;
  } catch {
    return false;
  }
}
