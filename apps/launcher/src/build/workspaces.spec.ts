import { join } from 'node:path';
import { root } from '../tools/paths.ts';
import { withNeeds, workspaceOf, workspaces } from './workspaces.ts';

describe('workspaces', () => {
  it('lists libraries before applications', () => {
    const groups = workspaces().map(({ path }) => path.split('/')[0]);
    expect(groups).toEqual([...groups].sort().reverse());
  });

  it('knows the one a folder lies in, and none at the top', () => {
    expect(workspaceOf(join(root, 'libs/contracts/src/errors'))?.name).toBe('contracts');
    expect(workspaceOf(join(root, 'apps/api'))?.name).toBe('api');
    expect(workspaceOf(root)).toBeNull();
    expect(workspaceOf(join(root, 'apps/api-extra'))).toBeNull();
  });

  it('puts what is needed before what needs it, once', () => {
    const names = withNeeds(['api', 'contracts']).map(({ name }) => name);
    expect(names).toContain('dto');
    expect(names.indexOf('contracts')).toBeLessThan(names.indexOf('dto'));
    expect(names.at(-1)).toBe('api');
    expect(new Set(names).size).toBe(names.length);
  });
});
