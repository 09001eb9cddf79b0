import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '@soc-coop/testing';
import { DataSource } from 'typeorm';
import { testSettings } from '../../test/support/platform';
import { runSeed } from './run-seed';
import { demoSignIns } from './seed-demonstration';

describe('the seed command', () => {
  let own: TestDatabase;
  let folder: string;
  let file: string;
  const said: string[] = [];
  const step = jest.fn(() => Promise.resolve());
  const seed = (more: Record<string, string> = {}) =>
    runSeed([step], testSettings(own, { DEMO_SIGN_INS_FILE: file, ...more }));
  const signIns = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

  beforeEach(async () => {
    own = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'soc-seed-'));
    file = join(folder, 'kept', 'sign-ins.json');
    said.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text).trim()) > 0);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    step.mockClear();
    await rm(folder, { recursive: true });
    await own.drop();
  });

  it('loads both sets, then what other rooms add, and leaves the sign-ins to the owner of the folder alone', async () => {
    await seed();
    expect(await signIns()).toEqual(demoSignIns());
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(step).toHaveBeenCalledTimes(1);
    expect(said).toEqual([
      expect.stringMatching(/^reference data: \d+ territories/),
      'demonstration data are loaded',
    ]);
  });

  it('says at the second start that nothing is new', async () => {
    await seed();
    said.length = 0;
    await seed();
    expect(said).toEqual(['reference data are up to date', 'demonstration data are loaded']);
  });

  it('leaves demonstration data out when it is told to', async () => {
    await seed({ DEMO: 'false' });
    expect(step).not.toHaveBeenCalled();
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('shows no sign-ins over real people, and goes on', async () => {
    await seed({ DEMO: 'false' });
    const owner = await new DataSource({ type: 'postgres', url: own.ownerUrl }).initialize();
    await owner.query(
      `insert into account (id, email, given_name, family_name, search_key, country, locale)
       values (gen_random_uuid(), 'somebody@anpis.example', 'S', 'B', 's b', 'RO', 'ro')`,
    );
    await owner.destroy();
    await seed();
    expect(await signIns()).toEqual([]);
    expect(step).not.toHaveBeenCalled();
    expect(said.at(-1)).toBe('real people work in this database: demonstration data are not loaded');
  });
});
