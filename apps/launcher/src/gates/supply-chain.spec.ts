import { root } from '../tools/paths.ts';
import { type FixtureTree, plantTree } from './fixture-tree.ts';
import { checkSupplyChain } from './supply-chain.ts';

const SETTINGS = 'minimumReleaseAge: 4320\nallowBuilds:\n  node: true\n  esbuild: false\n';
const LOCK = "packages:\n  'a@1.0.0':\n    resolution: {integrity: sha512-AAAA==}\n";

const house = (more: Readonly<Record<string, string>>): Promise<FixtureTree> =>
  plantTree({
    'package.json': '{"devDependencies": {"a": "1.0.0", "b": "npm:a@1.0.0-beta.2"}}',
    'apps/api/package.json': '{"dependencies": {"@soc-coop/domain": "workspace:*"}}',
    'libs/domain/package.json': '{}',
    'pnpm-lock.yaml': LOCK,
    'pnpm-workspace.yaml': SETTINGS,
    ...more,
  });

const problemsOf = async (more: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const tree = await house(more);
  return checkSupplyChain(tree.root).finally(() => tree.remove());
};

describe('what the house is built from', () => {
  it('is exact, proven by hashes, old enough, and runs install scripts by name only', async () => {
    expect(await checkSupplyChain(root)).toEqual([]);
    expect(await problemsOf({})).toEqual([]);
  });

  it.each(['^1.0.0', '~1.0.0', 'latest', '*', '1.x', 'git+https://host.example/a.git', 'file:../a'])(
    'is never "%s" of something',
    async (version) => {
      const manifest = JSON.stringify({ dependencies: { a: version } });
      expect(await problemsOf({ 'apps/api/package.json': manifest })).toEqual([
        `apps/api/package.json: a "${version}" is not one version`,
      ]);
    },
  );

  it.each([
    ['no hash', '{}'],
    ['a weaker hash', '{integrity: sha1-AAAA=}'],
    ['an address of its own', '{integrity: sha512-AAAA==, tarball: https://host.example/a.tgz}'],
  ])('is not taken with %s', async (_, resolution) => {
    const lock = `packages:\n  'a@1.0.0':\n    resolution: ${resolution}\n`;
    expect(await problemsOf({ 'pnpm-lock.yaml': lock })).toEqual([
      'pnpm-lock.yaml: a@1.0.0 comes without a SHA-512 of its content, or from elsewhere',
    ]);
  });

  it.each([
    ['fresh packages', 'minimumReleaseAge: 60\n', 'packages may be younger than 4320 minutes'],
    [
      'all install scripts',
      `${SETTINGS}dangerouslyAllowAllBuilds: true\n`,
      'every package may run install scripts',
    ],
    [
      'scripts by pattern',
      `${SETTINGS}  '@a/*': true\n`,
      'whether "@a/*" may run install scripts is not answered',
    ],
  ])('is not open to %s', async (_, settings, problem) => {
    expect(await problemsOf({ 'pnpm-workspace.yaml': settings })).toEqual([expect.stringContaining(problem)]);
  });
});
