/**
 * Who may import whom. ESLint gives the quick hint in the editor; this file is the law, because it sees the
 * whole graph. docs/architecture.md draws it; apps/launcher/src/gates/layers.spec.ts proves that it bites.
 *
 * Type-only imports count, in cycles too: a type that two rooms need belongs to a third room they both import.
 */
const TEST = '\\.(spec|e2e)\\.ts$|^apps/[^/]+/test/|^libs/testing/|^apps/(chaos|e2e)/';
const ROOMS = 'access|directory|exchanges|agreements|trainings|insight|portal';
const LIBRARIES = 'contracts|domain|forms|dto|messages|reference|testing';

/** What each library may import of the others; whatever is not listed is forbidden. */
const LIBRARY_LAYERS = {
  contracts: [],
  domain: ['contracts'],
  messages: ['contracts'],
  reference: ['contracts'],
  forms: ['contracts', 'domain'],
  dto: ['contracts'],
  testing: ['contracts', 'domain', 'reference', 'forms', 'dto', 'messages'],
};

/** What each library may take from npm; `false` means nothing at all, Node's own modules included. */
const LIBRARY_PACKAGES = {
  contracts: false,
  domain: false,
  messages: false,
  reference: false,
  forms: false,
  dto: '@nestjs/graphql|class-validator|class-transformer',
};

/** Every way a package can be reached, declared or not, and Node's own modules. */
const OUTSIDE = [
  'npm',
  'npm-dev',
  'npm-peer',
  'npm-optional',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
  'core',
];

const libraryLayers = Object.entries(LIBRARY_LAYERS).map(([library, below]) => ({
  name: `library-${library}`,
  severity: 'error',
  comment: `libs/${library} may import only: ${below.join(', ') || 'nothing'}. Move the shared part down, into a library both may import.`,
  from: { path: `^libs/${library}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: `^(libs/(?!(${[library, ...below].join('|')})/)|apps/)` },
}));

const libraryPackages = Object.entries(LIBRARY_PACKAGES).map(([library, allowed]) => ({
  name: `library-${library}-packages`,
  severity: 'error',
  comment: allowed
    ? `libs/${library} may take from npm only: ${allowed}. Both sides load it, so it must stay small.`
    : `libs/${library} is plain data and pure functions: no package, no Node module. Pass what you need as an argument.`,
  from: { path: `^libs/${library}/src/`, pathNot: '\\.spec\\.ts$' },
  to: allowed
    ? { dependencyTypes: OUTSIDE, pathNot: `node_modules/(${allowed})/` }
    : { dependencyTypes: OUTSIDE },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // --- hygiene
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third. Type-only imports count.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports this file: wire it in or delete it.',
      from: {
        orphan: true,
        path: '^(apps|libs)/[^/]+/src/',
        pathNot: `${TEST}|\\.d\\.ts$|/main\\.ts$|/(index|migrate)\\.ts$|^apps/launcher/`,
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere: a typo, or a package missing from this workspace.',
      from: {},
      // Virtual modules of the bundler are made at build time.
      to: { couldNotResolve: true, pathNot: '^(virtual:|#build/|#imports)|\\?(worker|url|raw)$|/src/gql/' },
    },
    {
      name: 'no-dev-package-in-production',
      severity: 'error',
      comment: 'Installed for development only: production would not find it. Move it to "dependencies".',
      from: {
        path: '^(apps/(api|launcher)|libs/[^/]+)/src/',
        pathNot: `${TEST}|^apps/launcher/src/(gates|eslint-rules)/`,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-production',
      severity: 'error',
      comment: 'Code that ships must not lean on a test: move the helper to libs/testing or into the source.',
      from: { pathNot: TEST },
      to: { path: '\\.(spec|e2e)\\.ts$|^apps/[^/]+/test/' },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      comment: 'libs/testing is test code. Move what production needs into its own library.',
      from: { pathNot: `${TEST}|^jest\\.config\\.ts$` },
      to: { path: '^libs/testing/' },
    },

    // --- libraries: dependencies point one way
    ...libraryLayers,
    ...libraryPackages,
    {
      name: 'library-through-its-door',
      severity: 'error',
      comment: "Import a library by its name ('@soc-coop/x'); its package.json lists the doors.",
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: `^libs/(?!$2/)(${LIBRARIES})/`, dependencyTypes: ['local'] },
    },

    // --- applications
    {
      name: 'apps-stand-apart',
      severity: 'error',
      comment: 'Applications meet over HTTP only. Share code through a library.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/(?!$1/)' },
    },
    {
      name: 'web-has-no-server-package',
      severity: 'error',
      comment:
        'Server packages stay out of the browser: ask the API, or share a pure function through a library.',
      from: { path: '^apps/(web|graphiql)/src/' },
      to: {
        path: 'node_modules/(typeorm|pg|pg-boss|fastify|@fastify/[^/]+|@apollo/server|@nestjs/(?!graphql)[^/]+)/',
      },
    },

    // --- inside the API
    {
      name: 'api-room-through-its-index',
      severity: 'error',
      comment:
        "A room reaches another only through its index.ts; what is not exported there is nobody else's business.",
      from: {
        path: `^apps/api/src/(?:(${ROOMS})/|[^/]+\\.ts$|commands/)`,
        pathNot: '\\.medium\\.spec\\.ts$',
      },
      to: { path: `^apps/api/src/(${ROOMS})/`, pathNot: '^apps/api/src/($1/|[a-z]+/index\\.ts$)' },
    },
    {
      name: 'api-platform-knows-no-room',
      severity: 'error',
      comment:
        'platform/ serves every room and knows none: declare a port (interface + token) there, bind it in the room.',
      from: { path: '^apps/api/src/platform/' },
      to: { path: `^apps/api/src/(${ROOMS})/` },
    },
    {
      name: 'api-edge-has-no-persistence',
      severity: 'error',
      comment: 'resolver/controller -> service -> repository: a resolver asks its service, never a table.',
      from: { path: '^apps/api/src/.*(\\.|field-)(resolver|controller|model|mapper)\\.ts$' },
      to: { path: '[.-](repository)\\.ts$|node_modules/(typeorm|pg)/' },
    },
    {
      name: 'api-service-has-no-transport',
      severity: 'error',
      comment: 'A service knows no transport: return rows or values, the resolver or controller maps them.',
      from: { path: '^apps/api/src/.*\\.(service|rules)\\.ts$' },
      to: {
        path: '(\\.|field-)(resolver|controller)\\.ts$|node_modules/(@nestjs/(graphql|apollo|swagger)|typeorm|graphql)/',
      },
    },
    {
      name: 'api-repository-is-low',
      severity: 'error',
      comment:
        'A repository knows SQL and its entity: rules belong to the service, shapes for the reader to the mapper.',
      from: { path: '^apps/api/src/.*\\.(repository|entity)\\.ts$' },
      to: { path: '\\.(service|resolver|controller|model|mapper)\\.ts$' },
    },
    {
      name: 'api-typeorm-in-persistence',
      severity: 'error',
      comment: 'SQL and TypeORM live in *.repository.ts, *.entity.ts, platform/database and migrations.',
      from: {
        path: '^apps/api/src/',
        pathNot:
          '\\.(entity|repository)\\.ts$|^apps/api/src/(platform/database|migrations)/|/platform\\.module\\.ts$|\\.medium\\.spec\\.ts$',
      },
      to: { path: 'node_modules/typeorm/' },
    },

    // --- inside the web: app -> features -> ui -> shared
    {
      name: 'web-shared-is-lowest',
      severity: 'error',
      comment:
        'shared/ serves everything in the web and knows nothing of it: pass what it needs as an argument.',
      from: { path: '^apps/web/src/shared/' },
      to: { path: '^apps/web/src/(app|features|ui)/' },
    },
    {
      name: 'web-ui-below-features',
      severity: 'error',
      comment: 'ui/ holds components without domain words: pass what they need as props and slots.',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/(app|features)/' },
    },
    {
      name: 'web-features-below-app',
      severity: 'error',
      comment:
        'A feature describes itself in its index.ts; app/ reads the descriptor, never the other way round.',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'web-feature-through-its-index',
      severity: 'error',
      comment:
        'A feature reaches another only through its index.ts; better, let a page in app/ combine the two.',
      from: { path: '^apps/web/src/(?:features/([^/]+)|app)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/($1/|[^/]+/index\\.ts$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|\\.cache|\\.data)/|^\\.data/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.vue', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
