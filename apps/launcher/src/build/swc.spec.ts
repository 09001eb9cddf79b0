import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cacheDir } from '../tools/paths.ts';
import { compile, planCompilation } from './swc.ts';
import type { Workspace } from './workspaces.ts';

describe('compiling only what changed', () => {
  let workspace: Workspace;
  const write = (name: string, text: string): void => {
    const path = join(workspace.folder, 'src', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  const built = (name: string): string => join(workspace.folder, 'dist', name);
  const build = async (): Promise<{ stale: readonly string[]; gone: number }> => {
    const plan = await planCompilation(workspace);
    await compile(plan);
    return { stale: plan.stale, gone: plan.strangers.length };
  };

  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soc-build-'));
    workspace = {
      name: `try-${basename(folder)}`,
      path: folder,
      folder,
      kind: 'swc',
      packs: false,
      needs: [],
      scripts: [],
    };
    write('index.ts', "export { two } from './parts/two';\n");
    write('parts/two.ts', 'export const two: number = 2;\n');
    write('parts/two.spec.ts', "it('is not built', () => {});\n");
    write('list.json', '[1]');
    await build();
  });

  afterEach(() => {
    rmSync(workspace.folder, { recursive: true });
    rmSync(join(cacheDir, 'build', `${workspace.name}.json`), { force: true });
  });

  it('turns sources into CommonJS beside their maps, copies the rest, and leaves tests out', () => {
    expect(readFileSync(built('index.js'), 'utf8')).toContain('require("./parts/two")');
    expect(existsSync(built('parts/two.js.map'))).toBe(true);
    expect(readFileSync(built('list.json'), 'utf8')).toBe('[1]');
    expect(existsSync(built('parts/two.spec.js'))).toBe(false);
  });

  it('does nothing when nothing changed, whatever the clock says', async () => {
    write('parts/two.ts', 'export const two: number = 2;\n');
    expect(await build()).toEqual({ stale: [], gone: 0 });
  });

  it('compiles the one file whose content changed', async () => {
    write('parts/two.ts', 'export const two: number = 3;\n');
    expect(await build()).toEqual({ stale: ['parts/two.ts'], gone: 0 });
    expect(readFileSync(built('parts/two.js'), 'utf8')).toContain('3');
  });

  it('makes again what was removed from dist', async () => {
    rmSync(built('index.js'));
    expect(await build()).toEqual({ stale: ['index.ts'], gone: 0 });
  });

  it('takes away what has no source any more, its map too', async () => {
    write('index.ts', 'export {};\n');
    rmSync(join(workspace.folder, 'src', 'parts'), { recursive: true });
    expect(await build()).toEqual({ stale: ['index.ts'], gone: 2 });
    expect(existsSync(built('parts/two.js'))).toBe(false);
  });
});
