// The rules of the house, each at "error": a rule that only warns does not exist.
// Layers and cycles are dependency-cruiser's (.dependency-cruiser.cjs); layout is Prettier's.
// Every architectural rule says what to do instead. apps/launcher/src/gates/*.spec.ts proves that they bite.
import js from '@eslint/js';
import vueI18n from '@intlify/eslint-plugin-vue-i18n';
import { defineConfig, globalIgnores } from 'eslint/config';
import vue from 'eslint-plugin-vue';
import vueA11y from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';
import { localRules } from './apps/launcher/src/eslint-rules/index.ts';

/** Kinds of file. */
const TESTS = [
  '**/*.spec.ts',
  '**/*.e2e.ts',
  'libs/testing/**/*.ts',
  'apps/*/test/**/*.ts',
  'apps/e2e/**/*.ts',
];
const TYPED = [
  'apps/api/**/*.ts',
  'apps/bench/**/*.ts',
  'apps/chaos/**/*.ts',
  'apps/launcher/**/*.ts',
  'apps/e2e/**/*.ts',
  'libs/**/*.ts',
];
const UNTYPED = [
  'apps/web/**/*.{ts,tsx,vue}',
  'apps/graphiql/**/*.{ts,tsx}',
  'jest.config.ts',
  '**/*.{js,mjs,cjs}',
];
const TOOLS = [
  'apps/launcher/**',
  'apps/bench/**',
  'apps/chaos/**',
  'apps/*/scripts/**',
  '**/*.config.{ts,mts,mjs,js}',
  'libs/*/scripts/**',
];
/** The only places that may know TypeORM (docs/architecture.md, layers). */
const PERSISTENCE = [
  'apps/api/src/**/*.entity.ts',
  'apps/api/src/**/*.repository.ts',
  'apps/api/src/platform/database/**/*.ts',
  'apps/api/src/platform/platform.module.ts',
  'apps/api/src/migrations/**/*.ts',
  'apps/api/src/**/*.medium.spec.ts',
];

// --- what may not be written, and what to write instead (no-restricted-syntax takes one list per file)
const focusedTests = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'No focused, skipped or postponed tests: fix the test, or delete it and file an issue.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]',
    message: 'No focused or skipped tests: fix the test, or delete it and file an issue.',
  },
];
const schemaSync = [
  {
    selector: "Property[key.name='synchronize']:not([value.value=false])",
    message:
      'The schema changes by migrations only: add apps/api/src/migrations/<timestamp>-<verb>-<what>.ts.',
  },
  {
    selector: "CallExpression[callee.property.name='synchronize']",
    message: 'The schema changes by migrations only: run the migrations, in tests too.',
  },
];
const plainErrors = [
  {
    selector: 'NewExpression[callee.name=/^(Error|TypeError|RangeError|GraphQLError|[A-Za-z]+Exception)$/]',
    message:
      'Throw DomainError(code, params): the code lives in libs/contracts/src/errors, its text in three languages.',
  },
];
const guardedWrites = [
  {
    selector: 'CallExpression[callee.property.name=/^(save|softRemove|recover)$/]',
    message:
      'save() writes a stale copy over newer data (docs/adr/0005). Write by an update that names the version the caller saw: guarded() in a write batch, or one that counts the row it touched.',
  },
];
const thinResolvers = [
  {
    selector: 'TryStatement',
    message: 'A resolver only translates. Let the error go: the one filter maps it to its code.',
  },
  {
    selector: "CallExpression[callee.property.name='catch']",
    message: 'A resolver only translates. Let the error go: the one filter maps it to its code.',
  },
];
const restrict = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

// --- imports
const libsByPath = {
  regex: '(^|/)libs/[a-z]+/|^@soc-coop/[a-z]+/(src|dist)/',
  message: "Import a library by its name: import { x } from '@soc-coop/<library>'.",
};
const environment = {
  group: ['node:process', 'process'],
  importNames: ['env'],
  message: 'Only platform/config reads the environment: inject AppConfig and read the typed value.',
};
const typeorm = {
  regex: '^typeorm(/|$)',
  message: 'SQL and TypeORM live in *.repository.ts, *.entity.ts and platform/database: ask a repository.',
};
const testing = {
  group: ['@soc-coop/testing'],
  message: 'Test helpers stay in tests: move what production needs into its own library.',
};
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const budgets = ({ file = 400, fn = 50 } = {}) => ({
  'max-lines': ['error', { max: file }],
  'max-lines-per-function': ['error', { max: fn, skipBlankLines: true, skipComments: true, IIFEs: true }],
  complexity: ['error', 10],
});

export default defineConfig(
  globalIgnores([
    '**/dist/**',
    '**/.cache/**',
    '.data/**',
    '**/node_modules/**',
    'coverage/**',
    'apps/web/src/gql/**', // generated, checked for drift
    'apps/web/*.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,

  // --- everywhere
  {
    name: 'soc-coop/everywhere',
    plugins: { 'soc-coop': localRules },
    rules: {
      ...budgets(),
      ...restrict(focusedTests, schemaSync),
      ...imports(libsByPath),
      'soc-coop/disable-needs-reason': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only platform/config reads the environment: inject AppConfig and read the typed value.',
        },
      ],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    name: 'soc-coop/node-scripts',
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'module',
          'require',
          '__dirname',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },

  // --- TypeScript, with types where a mistake costs most
  { files: TYPED, extends: [tseslint.configs.strictTypeChecked] },
  {
    files: TYPED,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // code points are meant
      '@typescript-eslint/require-await': 'off', // async also turns a throw into a rejection, as interfaces ask
      // Mappers build models as plain objects, with a return type that names every field.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },
  { files: UNTYPED.slice(0, 3), extends: [tseslint.configs.strict] },
  {
    name: 'soc-coop/typescript',
    files: ['**/*.{ts,tsx,vue}'],
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      'no-undef': 'off', // TypeScript knows better
      // In a file with decorators the rule stands back: an injected class must stay a value import.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/max-params': ['error', { max: 7 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        {
          'ts-ignore': true,
          'ts-nocheck': true,
          'ts-expect-error': 'allow-with-description',
          minimumDescriptionLength: 10,
        },
      ],
    },
  },

  // --- the API
  {
    name: 'soc-coop/api',
    files: ['apps/api/src/**/*.ts'],
    ignores: TESTS,
    rules: imports(libsByPath, environment, typeorm, testing),
  },
  {
    name: 'soc-coop/api-persistence',
    files: PERSISTENCE,
    rules: imports(libsByPath, environment),
  },
  {
    name: 'soc-coop/api-repositories',
    files: ['apps/api/src/**/*.repository.ts', 'apps/api/src/platform/database/**/*.ts'],
    rules: restrict(focusedTests, schemaSync, guardedWrites),
  },
  {
    name: 'soc-coop/api-services',
    files: ['apps/api/src/**/*.{service,rules,policy,guard,controller}.ts'],
    rules: restrict(focusedTests, schemaSync, plainErrors),
  },
  {
    name: 'soc-coop/api-resolvers',
    files: ['apps/api/src/**/*{.,field-}resolver.ts'],
    rules: restrict(focusedTests, schemaSync, plainErrors, thinResolvers),
  },
  {
    name: 'soc-coop/api-mappers',
    files: ['apps/api/src/**/*.mapper.ts'],
    rules: {
      // A new field must be a compile error here, not a silent leak.
      '@typescript-eslint/explicit-function-return-type': ['error', { allowTypedFunctionExpressions: true }],
    },
  },
  {
    name: 'soc-coop/libraries',
    files: ['libs/*/src/**/*.ts'],
    ignores: TESTS,
    rules: imports(libsByPath, environment, typeorm, testing),
  },

  // --- the web
  {
    files: ['apps/web/**/*.vue'],
    extends: [vue.configs['flat/recommended-error'], vueA11y.configs['flat/recommended']],
  },
  {
    name: 'soc-coop/web',
    files: ['apps/web/src/**/*.{ts,vue}'],
    ignores: TESTS,
    rules: imports(
      libsByPath,
      testing,
      {
        regex: '^(@nestjs/(?!graphql$)|typeorm(/|$)|@soc-coop/(api|reference)$)',
        message: 'Server code stays out of the browser: ask the API, or share it through a library.',
      },
      {
        group: ['axios', 'graphql-request', '@apollo/client'],
        message: 'The one client is app/graphql: write a typed document and use it through vue-query.',
      },
    ),
  },
  {
    name: 'soc-coop/vue',
    files: ['apps/web/**/*.vue'],
    plugins: { '@intlify/vue-i18n': vueI18n },
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      ...vue.configs['no-layout-rules'].rules, // Prettier's
      'max-lines': ['error', { max: 300 }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/html-button-has-type': 'error',
      'vue/html-self-closing': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-undef-components': ['error', { ignorePatterns: ['^Router(Link|View)$', '^I18n[TND]$'] }],
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off', // TypeScript's optional props say it
      // Tables that turn into cards on a small screen lose their roles with their display: they say them.
      'vuejs-accessibility/no-redundant-roles': [
        'error',
        {
          table: ['table'],
          thead: ['rowgroup'],
          tbody: ['rowgroup'],
          tr: ['row'],
          th: ['columnheader', 'rowheader'],
          td: ['cell'],
        },
      ],
      // A label that wraps its control and one that names it by id are both right.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        { ignorePattern: '^[\\s\\d\\p{P}\\p{S}]+$', ignoreNodes: ['script', 'style'] },
      ],
      '@intlify/vue-i18n/no-v-html': 'error',
      '@intlify/vue-i18n/no-deprecated-v-t': 'error',
    },
  },

  // --- where the rules bend, and why
  {
    name: 'soc-coop/config-readers',
    files: [...TOOLS, 'apps/api/src/platform/config/**', 'libs/testing/**', 'apps/e2e/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'soc-coop/tools',
    files: [...TOOLS, 'docs/verify/**'],
    rules: { 'no-console': 'off' }, // their output is the user interface
  },
  {
    name: 'soc-coop/default-exports',
    // Configuration files, Jest's global set-up and Vue components are read by tools that ask for a default.
    // Catalogues are loaded lazily, one module a language.
    files: [
      '**/*.config.{ts,mts,mjs,js}',
      '**/global-{setup,teardown}.ts',
      '**/*-{reporter,runner}.ts',
      '**/*.vue',
      '**/*.d.ts',
      'libs/messages/src/{ro,bg,en}.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    name: 'soc-coop/scalar-stand-ins',
    files: ['libs/dto/src/base/scalars.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }] }, // docs/adr/0002
  },
  {
    name: 'soc-coop/tests',
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 600 }],
      'max-lines-per-function': 'off', // a describe() is as long as its cases
      '@typescript-eslint/unbound-method': 'off', // expect(spy.method)
      '@typescript-eslint/no-non-null-assertion': 'off', // the failing line is the message
    },
  },
);
