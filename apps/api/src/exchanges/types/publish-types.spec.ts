import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from '../../platform/config';
import { exchangeType, exchangeTypes } from './exchange-types';
import { PublishTypes } from './publish-types';

const SOUND = join(__dirname, '../../../../../libs/forms/golden/types');

describe('publishing the types of a folder', () => {
  let folder: string;
  const publish = (path: string | undefined) => {
    const required = {
      DATABASE_URL: 'postgres://x',
      MASTER_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    };
    new PublishTypes(loadConfig({ ...required, TYPES_FOLDER: path })).onModuleInit();
  };
  const problems = (path: string): readonly string[] => {
    try {
      publish(path);
    } catch (error) {
      if (error instanceof ConfigError) return error.problems.map(({ problem }) => problem);
      throw error;
    }
    return [];
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'soc-types-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('does nothing without a folder', () => {
    publish(undefined);
    expect(exchangeType('EX13')).toMatchObject({ available: false, form: null });
  });

  it('names every file that is wrong, and what is wrong in it', () => {
    writeFileSync(join(folder, 'a.json'), '{');
    writeFileSync(join(folder, 'b.json'), '{"format":1}');
    writeFileSync(join(folder, 'notes.txt'), 'not a type');
    const found = problems(folder);
    expect(found).toEqual(expect.arrayContaining(['a.json is not JSON', 'b.json: shape title required']));
    expect(found.filter((problem) => problem.startsWith('notes'))).toEqual([]);
    expect(problems(join(folder, 'absent'))).toEqual(['is not a folder that can be read']);
  });

  it('makes a planned type one that can be opened', () => {
    cpSync(SOUND, folder, { recursive: true });
    expect(problems(folder)).toEqual([]);
    expect(exchangeType('EX13')).toMatchObject({ available: true, version: 1 });
    expect(exchangeTypes().filter(({ code }) => code === 'EX13')).toHaveLength(1);
  });
});
