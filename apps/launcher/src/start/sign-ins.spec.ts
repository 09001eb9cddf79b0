import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSignIns, signInTable } from './sign-ins.ts';

const now = new Date(59_000);
const caseworker = { role: 'caseworker', unit: 'AJPIS Constanța', email: 'a@x.example', password: 'one' };
const auditor = {
  role: 'auditor',
  unit: 'АСП',
  email: 'longer@x.example',
  password: 'two',
  totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
};

describe('the table of demonstration sign-ins', () => {
  it('has one aligned line each, in both scripts, with the code of this moment', () => {
    const [head, rule, first, second, , note] = signInTable([caseworker, auditor], now);
    const column = head?.indexOf('e-mail') ?? 0;
    expect(rule).toMatch(/^ {2}─+/);
    expect([...(first ?? '')].slice(column).join('')).toMatch(/^a@x\.example +one$/);
    expect([...(second ?? '')].slice(column).join('')).toMatch(/^longer@x\.example +two +287082$/);
    expect(note).toContain('1 s');
  });

  it('is empty without sign-ins and has no note without codes', () => {
    expect(signInTable([], now)).toEqual([]);
    expect(signInTable([caseworker], now).join('\n')).not.toContain('codes');
  });

  it('is read from what the seed left, and from nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soc-sign-ins-'));
    const file = join(folder, 'file.json');
    expect(await readSignIns(file)).toEqual([]);
    writeFileSync(file, JSON.stringify([caseworker, { role: 'half' }, null, auditor]));
    expect(await readSignIns(file)).toEqual([caseworker, auditor]);
    writeFileSync(file, '{ broken');
    expect(await readSignIns(file)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
