import { linkLibraries, plantTree, REPOSITORY, runTool } from './fixture-tree.ts';

/** What dependency-cruiser says of one import. */
interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const LIBRARIES = ['contracts', 'domain', 'forms', 'dto', 'messages', 'reference', 'testing'];
const PACKAGES = ['typeorm', 'pg', 'zod', 'ajv', '@nestjs/graphql', '@nestjs/common', 'class-validator'];

const house: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'fixture', devDependencies: { 'fast-check': '1.0.0' } }),
  'tsconfig.base.json': JSON.stringify({
    compilerOptions: { module: 'preserve', customConditions: ['source'] },
  }),
  'node_modules/fast-check/package.json': '{ "name": "fast-check", "main": "index.js" }',
  'node_modules/fast-check/index.js': 'module.exports = {};',
  ...Object.fromEntries(
    PACKAGES.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
  ...Object.fromEntries(
    LIBRARIES.flatMap((name) => [
      [
        `libs/${name}/package.json`,
        JSON.stringify({ name: `@soc-coop/${name}`, exports: { '.': { source: './src/index.ts' } } }),
      ],
      [`libs/${name}/src/index.ts`, 'export const value = 1;'],
    ]),
  ),
};

/** Each rule with one file that breaks it. */
const breaches: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['library-contracts', 'libs/contracts/src/a.ts', '@soc-coop/domain'],
  ['library-domain', 'libs/domain/src/a.ts', '@soc-coop/reference'],
  ['library-messages', 'libs/messages/src/a.ts', '@soc-coop/forms'],
  ['library-reference', 'libs/reference/src/a.ts', '@soc-coop/domain'],
  ['library-forms', 'libs/forms/src/a.ts', '@soc-coop/reference'],
  ['library-dto', 'libs/dto/src/a.ts', '@soc-coop/domain'],
  ['library-contracts-packages', 'libs/contracts/src/b.ts', 'zod'],
  ['library-domain-packages', 'libs/domain/src/b.ts', 'node:fs'],
  ['library-reference-packages', 'libs/reference/src/b.ts', 'node:fs'],
  ['library-messages-packages', 'libs/messages/src/b.ts', 'zod'],
  ['library-forms-packages', 'libs/forms/src/b.ts', 'ajv'],
  ['library-dto-packages', 'libs/dto/src/b.ts', 'typeorm'],
  ['library-through-its-door', 'libs/dto/src/c.ts', '../../contracts/src/index'],
  ['testing-only-in-tests', 'apps/api/src/exchanges/a.ts', '@soc-coop/testing'],
  ['no-test-in-production', 'apps/api/src/exchanges/b.ts', './x.spec'],
  ['no-dev-package-in-production', 'apps/api/src/exchanges/c.ts', 'fast-check'],
  ['no-unresolvable', 'apps/api/src/exchanges/d.ts', './nowhere'],
  ['apps-stand-apart', 'apps/web/src/app/a.ts', '../../../api/src/exchanges/index'],
  ['web-has-no-server-package', 'apps/web/src/app/b.ts', 'typeorm'],
  ['web-has-no-server-package', 'apps/web/src/app/c.ts', '@nestjs/common'],
  ['api-room-through-its-index', 'apps/api/src/trainings/a.ts', '../exchanges/exchange.rules'],
  ['api-room-through-its-index', 'apps/api/src/app.module.ts', './exchanges/exchange.rules'],
  ['api-platform-knows-no-room', 'apps/api/src/platform/a.ts', '../exchanges/index'],
  ['api-edge-has-no-persistence', 'apps/api/src/exchanges/e.resolver.ts', './exchange.repository'],
  ['api-edge-has-no-persistence', 'apps/api/src/exchanges/e.controller.ts', './exchange.repository'],
  ['api-service-has-no-transport', 'apps/api/src/exchanges/e.service.ts', '@nestjs/graphql'],
  ['api-repository-is-low', 'apps/api/src/exchanges/f.repository.ts', './f.service'],
  ['api-typeorm-in-persistence', 'apps/api/src/exchanges/g.ts', 'typeorm'],
  ['web-ui-below-features', 'apps/web/src/ui/a.ts', '../features/exchanges/index'],
  ['web-shared-is-lowest', 'apps/web/src/shared/a.ts', '../ui/button'],
  ['web-features-below-app', 'apps/web/src/features/exchanges/a.ts', '../../app/router'],
  ['web-feature-through-its-index', 'apps/web/src/features/trainings/a.ts', '../exchanges/pages'],
  ['web-feature-through-its-index', 'apps/web/src/app/d.ts', '../features/exchanges/pages'],
  ['no-cycle', 'apps/api/src/exchanges/h.ts', './i'],
];

/** Files that keep the rules, most of them the targets of the breaches above. */
const lawful: Record<string, string> = {
  'apps/api/src/exchanges/index.ts': "export * from './exchange.rules';",
  'apps/api/src/exchanges/exchange.rules.ts': "import '@soc-coop/contracts';\nexport const rule = 1;",
  'apps/api/src/exchanges/exchange.repository.ts': "import 'typeorm';\nimport './exchange.entity';",
  'apps/api/src/exchanges/exchange.entity.ts': "import 'typeorm';",
  'apps/api/src/exchanges/f.service.ts': "import './exchange.repository';\nimport '../agreements';",
  'apps/api/src/exchanges/x.spec.ts': "import '@soc-coop/testing';\nimport './exchange.rules';",
  'apps/api/src/agreements/index.ts': 'export const agreements = 1;',
  'apps/api/src/exchanges/i.ts': "import type { H } from './h';\nexport type I = H;",
  'apps/web/src/app/router.ts': "import '../features/exchanges';",
  'apps/web/src/features/exchanges/index.ts': "import './pages';\nimport '../../shared';",
  'apps/web/src/features/exchanges/pages.ts': "import '../../ui/button';",
  'apps/web/src/shared/index.ts': "import '@soc-coop/messages';",
  'apps/web/src/ui/button.ts': "import '../shared';",
  'libs/domain/src/lawful.ts': "import '@soc-coop/contracts';",
  'libs/domain/src/lawful.spec.ts': "import '@soc-coop/reference';\nimport './lawful';",
  'libs/forms/src/lawful.ts': "import '@soc-coop/domain';",
  // Ajv is the measure of our own checker, in tests only.
  'libs/forms/src/lawful.spec.ts': "import 'ajv';\nimport './lawful';",
};

const lonely = 'apps/api/src/exchanges/lonely.ts';
const component = 'apps/web/src/ui/Bad.vue';

describe('the layers (.dependency-cruiser.cjs)', () => {
  let violations: readonly Violation[];

  beforeAll(async () => {
    const tree = await plantTree({
      ...house,
      ...lawful,
      ...Object.fromEntries(
        breaches.map(([, file, imported]) => [file, `import '${imported}';\nexport type H = 1;`]),
      ),
      [lonely]: 'export const nobody = 1;',
      [component]:
        '<script setup lang="ts">\nimport { x } from "../features/exchanges/index";\n</script>\n<template><i /></template>',
    });
    try {
      await linkLibraries(tree.root);
      const config = `${REPOSITORY}/.dependency-cruiser.cjs`;
      const output = await runTool(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ['apps', 'libs', '--config', config, '--output-type', 'json'],
        tree.root,
      );
      violations = (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
    } finally {
      await tree.remove();
    }
  }, 60_000);

  const broken = (file: string): string[] =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  it.each(breaches)('%s: %s must not import %s', (rule, file) => {
    expect(broken(file)).toContain(rule);
  });

  it('no-orphan: a file nobody imports', () => {
    expect(broken(lonely)).toEqual(['no-orphan']);
  });

  it('reads components: ui/ must not import features/', () => {
    expect(broken(component)).toContain('web-ui-below-features');
  });

  it.each(Object.keys(lawful).filter((file) => !file.endsWith('/i.ts')))('%s keeps the rules', (file) => {
    expect(broken(file)).toEqual([]);
  });
});
