import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayReach } from './account.ts';
import { settle } from './place.ts';

const root = process.getuid?.() === 0;

describe('where a server lives', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'soc-place-'));
    chmodSync(folder, 0o755);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is below the data folder, its socket open to its own account alone', () => {
    const place = settle(join(folder, 'data'), join(folder, 'system'));
    expect(place.dataDir).toBe(join(folder, 'data', 'postgres'));
    const socket = statSync(place.socketDir);
    expect(socket.mode & 0o777).toBe(0o700);
    expect(socket.uid).toBe(place.account.uid ?? process.getuid?.());
  });

  it('keeps the path of its socket short, however deep the data folder is', () => {
    const place = settle(join(folder, 'x'.repeat(120), 'data'), join(folder, 'system'));
    expect(join(place.socketDir, '.s.PGSQL.5432').length).toBeLessThan(107);
    rmSync(place.socketDir, { recursive: true });
  });

  it('moves to a system folder, with a link left behind, when root keeps the data where nobody else may go', () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const base = join(closed, 'data');
    const place = settle(base, join(folder, 'system'));
    const moved = place.dataDir !== join(base, 'postgres');
    // An ordinary user runs the server under its own account, which may enter its own folders.
    expect(moved).toBe(root);
    expect(mayReach(place.account, place.binaries.postgres)).toBe(true);
    if (moved) {
      expect(mayReach(place.account, place.dataDir)).toBe(true);
      expect(lstatSync(join(base, 'postgres')).isSymbolicLink()).toBe(true);
      expect(readlinkSync(join(base, 'postgres'))).toBe(place.dataDir);
      expect(settle(base, join(folder, 'system')).dataDir).toBe(place.dataDir);
    }
  });
});
