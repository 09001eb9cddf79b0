import type { Config } from 'jest';

/**
 * Two sizes of test live beside the code they test:
 * `*.spec.ts` is small (pure, no I/O), `*.medium.spec.ts` talks to a real PostgreSQL.
 * End-to-end journeys are in `apps/e2e` and end in `*.e2e.ts`.
 */

/**
 * Nest 12 and some of its companions are ESM only. SWC converts them for the tests, so `jest.mock`
 * works and no experimental flag is needed (docs/adr/0001).
 */
const esmPackages = [
  '@nestjs',
  '@apollo',
  '@as-integrations',
  '@graphql-tools',
  '@whatwg-node',
  'graphql-ws',
  'cookie',
  'iterare',
  'pg-boss',
  'serialize-error',
  'non-error',
  'rrule-temporal',
  'temporal-polyfill',
  'jose',
  'content-disposition',
  '@redocly',
  // loads its ESM companion by import(), which only converted code may do here
  '@fastify/cookie',
];

const shared = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '^@soc-coop/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@soc-coop/([a-z]+)/([a-z-]+)$': '<rootDir>/libs/$1/src/$2.ts',
  },
  transform: { '^.+\\.(ts|js|mjs)$': ['@swc/jest', {}] },
  transformIgnorePatterns: [`/node_modules/(?!\\.pnpm|(${esmPackages.join('|')})/)`],
  modulePathIgnorePatterns: ['/dist/', '/.cache/', '/.data/'],
} satisfies Config;

const config: Config = {
  /** A real database and a loaded machine take their time; no test asserts a duration. */
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'small',
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.medium\\.spec\\.ts$', '/dist/'],
    },
    {
      ...shared,
      displayName: 'medium',
      testMatch: ['<rootDir>/{libs,apps}/**/*.medium.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/medium/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/medium/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/e2e/**/*.e2e.ts'],
      runner: '<rootDir>/apps/e2e/src/journey-runner.ts',
      setupFilesAfterEnv: ['<rootDir>/apps/e2e/src/left-as-found.ts'],
      globalSetup: '<rootDir>/apps/e2e/src/global-setup.ts',
      globalTeardown: '<rootDir>/apps/e2e/src/global-teardown.ts',
    },
  ],
};

export default config;
