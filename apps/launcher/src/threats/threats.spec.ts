import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWN_GATES } from '../gates/index.ts';
import { threatsProven } from '../test/threats-proven.ts';
import { checkThreatModel } from './check-model.ts';
import { readThreats, type Threat } from './model.ts';
import { checkProofs, unproven } from './proven.ts';

const row = (id: string, proofs = '`apps/a.spec.ts` › refuses'): string =>
  `| ${id} | somebody guesses | locks | on | ${proofs} |`;
const page = (...rows: readonly string[]): string =>
  [
    '# Threats',
    '',
    '| Id | Threat | Control | Default | Test |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
const ids = Array.from({ length: 10 }, (_, at) => `T-AUTH-${String(at + 1).padStart(2, '0')}`);

describe('reading the model', () => {
  it('takes the rows of its tables, and every test a row names', () => {
    const [threat] = readThreats(page(row('T-AUTH-01', '`a.spec.ts` › one<br>`b.spec.ts` › two, three')));
    expect(threat).toEqual<Threat>({
      id: 'T-AUTH-01',
      threat: 'somebody guesses',
      control: 'locks',
      secureDefault: 'on',
      proofs: [
        { file: 'a.spec.ts', title: 'one' },
        { file: 'b.spec.ts', title: 'two, three' },
      ],
    });
  });
});

describe('the model and its tests', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'soc-threats-'));
    for (const folder of ['docs', 'apps', 'results']) mkdirSync(join(root, folder));
    writeFileSync(join(root, 'apps/a.spec.ts'), '');
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const write = (...rows: readonly string[]): void => {
    writeFileSync(join(root, 'docs/threat-model.md'), page(...rows));
  };
  const ran = (status: string): void => {
    const assertionResults = [{ fullName: 'sign-in refuses who guesses', status }];
    const results = { testResults: [{ name: join(root, 'apps/a.spec.ts'), assertionResults }] };
    writeFileSync(join(root, 'results/small.json'), JSON.stringify(results));
  };

  it('are in order when every row is whole and names a file that is there', async () => {
    write(...ids.map((id) => row(id)));
    expect(await checkThreatModel(root)).toEqual([]);
  });

  it('are not in order with a row twice, a cell empty, a file that is not there, or words instead of a test', async () => {
    const rest = ids.slice(3).map((id) => row(id));
    const broken = [
      row('T-AUTH-01'),
      row('T-AUTH-01'),
      '| T-AUTH-02 |  | locks | on | `apps/b.spec.ts` › x |',
    ];
    write(...broken, row('T-AUTH-03', 'we looked at it'), ...rest);
    expect(await checkThreatModel(root)).toEqual([
      'T-AUTH-01: stands there twice',
      'T-AUTH-02: a cell is empty',
      'T-AUTH-02: there is no apps/b.spec.ts',
      'T-AUTH-03: a test is not named as `file` › title',
    ]);
    write('nothing that is a row');
    expect(await checkThreatModel(root)).toEqual(['docs/threat-model.md: only 0 rows were found']);
  });

  it('hold together only when the test ran in this run, and passed', async () => {
    write(row('T-AUTH-01'));
    ran('passed');
    expect(await checkProofs(root, join(root, 'results'))).toEqual([]);
    ran('failed');
    expect(await checkProofs(root, join(root, 'results'))).toEqual([
      'T-AUTH-01: the test "refuses" in apps/a.spec.ts did not pass',
    ]);
    expect(unproven(readThreats(page(row('T-AUTH-01'))), [])).toEqual([
      'T-AUTH-01: no test "refuses" ran in apps/a.spec.ts',
    ]);
  });

  it('are held together by gates: the page among the static ones, the proofs after all tests', async () => {
    expect(OWN_GATES.map(({ check }) => check)).toContain(checkThreatModel);
    const gate = threatsProven(root, join(root, 'results'));
    write(row('T-AUTH-01'));
    ran('passed');
    expect(await gate.run()).toBeNull();
    write(row('T-AUTH-01'), row('T-AUTH-02', '`apps/a.spec.ts` › a test somebody renamed'));
    expect(await gate.run()).toBe('T-AUTH-02: no test "a test somebody renamed" ran in apps/a.spec.ts');
  });
});
