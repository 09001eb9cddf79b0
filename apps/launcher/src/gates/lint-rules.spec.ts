import path from 'node:path';
import { plantTree, REPOSITORY, runTool } from './fixture-tree.ts';

/** What ESLint says of one file. */
interface Report {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly message: string;
    readonly severity: number;
  }[];
}

const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n');

/** Each rule with a file that breaks it, and a word of the advice it must give. */
const breaches: readonly (readonly [rule: string, file: string, source: string, advice: string])[] = [
  ['max-lines', 'libs/domain/src/long.ts', lines(401, '// one'), '400'],
  [
    'max-lines',
    'apps/web/src/ui/Long.vue',
    `<template><i /></template>\n${lines(300, '<!-- one -->')}`,
    '300',
  ],
  [
    'max-lines-per-function',
    'libs/domain/src/tall.ts',
    `export const tall = (): number => {\n${lines(52, 'Math.random();')}\nreturn 1;\n};`,
    '50',
  ],
  [
    'complexity',
    'libs/domain/src/twisted.ts',
    `export const twisted = (n: number): number => {\n${lines(11, 'if (n > Math.random()) return 1;')}\nreturn n;\n};`,
    '10',
  ],
  [
    '@typescript-eslint/max-params',
    'apps/api/src/exchanges/crowded.ts',
    'export class Crowded {\nconstructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1) {\nvoid [a, b, c, d, e, f, g, h];\n}\n}',
    '7',
  ],
  [
    '@typescript-eslint/no-explicit-any',
    'libs/domain/src/any.ts',
    'export const x = (y: any): number => Number(y);',
    'any',
  ],
  [
    '@typescript-eslint/ban-ts-comment',
    'libs/domain/src/ignored.ts',
    '// @ts-ignore\nexport const x = 1;',
    'ts-ignore',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'apps/api/src/exchanges/floating.ts',
    'Promise.resolve(1);',
    'Promise',
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    'apps/api/src/exchanges/types.ts',
    "import { T } from './type';\nexport const x: T = 1;",
    'type',
  ],
  ['no-console', 'apps/api/src/exchanges/loud.ts', 'console.log(1);', 'console'],
  [
    'no-restricted-properties',
    'apps/api/src/exchanges/env.ts',
    'export const x = process.env;',
    'platform/config',
  ],
  [
    'no-restricted-imports',
    'apps/api/src/exchanges/env2.ts',
    "import { env } from 'node:process';\nenv;",
    'platform/config',
  ],
  ['no-restricted-imports', 'apps/api/src/exchanges/orm.service.ts', "import 'typeorm';", 'ask a repository'],
  [
    'no-restricted-imports',
    'apps/api/src/exchanges/tested.ts',
    "import '@soc-coop/testing';",
    'Test helpers',
  ],
  ['no-restricted-imports', 'apps/web/src/app/deep.ts', "import '@soc-coop/domain/src/x';", 'by its name'],
  ['no-restricted-imports', 'apps/web/src/app/server.ts', "import '@nestjs/common';", 'browser'],
  ['no-restricted-exports', 'libs/domain/src/default.ts', 'export default 1;', 'default'],
  [
    'no-restricted-syntax',
    'apps/api/src/exchanges/sync.ts',
    'export const x = { synchronize: true };',
    'migrations',
  ],
  [
    'no-restricted-syntax',
    'apps/api/src/exchanges/x.repository.ts',
    'export const f = (r: { save(x: 1): void }): void => r.save(1);',
    'names the version the caller saw',
  ],
  [
    'no-restricted-syntax',
    'apps/api/src/exchanges/x.service.ts',
    "export const f = (): never => {\nthrow new Error('no');\n};",
    'DomainError',
  ],
  [
    'no-restricted-syntax',
    'apps/api/src/exchanges/x.resolver.ts',
    'export const f = (g: () => number): number => {\ntry {\nreturn g();\n} catch {\nreturn 0;\n}\n};',
    'only translates',
  ],
  ['no-restricted-syntax', 'libs/domain/src/only.spec.ts', "it.only('x', () => undefined);", 'No focused'],
  [
    'no-restricted-syntax',
    'libs/domain/src/skip.spec.ts',
    "describe.skip('x', () => undefined);",
    'No focused',
  ],
  [
    '@typescript-eslint/explicit-function-return-type',
    'apps/api/src/exchanges/x.mapper.ts',
    'export const toX = (x: number) => x;',
    'return type',
  ],
  [
    'soc-coop/disable-needs-reason',
    'libs/domain/src/silent.ts',
    '// eslint-disable-next-line no-console\nconsole.log(1);',
    'Say why',
  ],
  [
    'soc-coop/disable-needs-reason',
    'libs/domain/src/bare.ts',
    '/* eslint-disable */\nexport const x = 1;',
    'Name the rules',
  ],
  [
    '@intlify/vue-i18n/no-raw-text',
    'apps/web/src/ui/Raw.vue',
    '<template><p>Text</p></template>',
    'raw text',
  ],
  [
    'vuejs-accessibility/alt-text',
    'apps/web/src/ui/Image.vue',
    '<template><img src="/x.png" /></template>',
    'alt',
  ],
  ['vue/html-button-has-type', 'apps/web/src/ui/Button.vue', '<template><button /></template>', 'type'],
  ['vue/no-v-html', 'apps/web/src/ui/Html.vue', '<template><p v-html="x" /></template>', 'XSS'],
];

/** Files that a rule must leave alone. */
const lawful: Readonly<Record<string, string>> = {
  // An injected class stays a value import: its name is needed when the application starts.
  'apps/api/src/exchanges/injected.ts':
    "import { T } from './thing';\nconst Injectable = (): ClassDecorator => () => undefined;\n@Injectable()\nexport class X {\n  constructor(readonly thing: T) {}\n}\n",
  'apps/api/src/exchanges/thing.ts': 'export class T {\n  readonly one = 1;\n}\n',
  'apps/api/src/exchanges/type.ts': 'export type T = number;\n',
  'apps/api/src/exchanges/y.repository.ts': "import 'typeorm';\n",
  'apps/api/src/platform/config/load.ts':
    'declare const process: { env: 1 };\nexport const x = process.env;\n',
  'apps/api/src/exchanges/data-source.ts': 'export const x = { synchronize: false };\n',
  'libs/domain/src/reasoned.ts':
    '// eslint-disable-next-line no-console -- shown to the reader of this fixture\nconsole.log(1);\n',
};

describe('the rules of the house (eslint.config.mjs)', () => {
  let reports: ReadonlyMap<string, Report>;

  beforeAll(async () => {
    const tsconfig = JSON.stringify({
      compilerOptions: {
        strict: true,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
        noEmit: true,
      },
      include: ['src'],
    });
    const tree = await plantTree({
      'apps/api/tsconfig.json': tsconfig,
      'libs/domain/tsconfig.json': tsconfig,
      ...lawful,
      ...Object.fromEntries(breaches.map(([, file, source]) => [file, `${source}\n`])),
    });
    try {
      const config = `${REPOSITORY}/eslint.config.mjs`;
      const output = await runTool(
        'eslint/bin/eslint.js',
        ['apps', 'libs', '--config', config, '--format', 'json', '--no-cache'],
        tree.root,
      );
      const found = JSON.parse(output) as Report[];
      reports = new Map(found.map((report) => [path.relative(tree.root, report.filePath), report]));
    } finally {
      await tree.remove();
    }
  }, 120_000);

  it.each(breaches)('%s bites in %s', (rule, file, _source, advice) => {
    const messages = reports.get(file)?.messages.filter(({ ruleId }) => ruleId === rule) ?? [];
    expect(messages.map(({ message }) => message).join('\n')).toContain(advice);
    expect(messages.every(({ severity }) => severity === 2)).toBe(true);
  });

  it.each(Object.keys(lawful))('%s keeps the rules', (file) => {
    expect(reports.get(file)?.messages).toEqual([]);
  });
});
