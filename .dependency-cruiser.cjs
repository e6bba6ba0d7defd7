/**
 * Who may import whom. Each rule says why in one sentence, and test/architecture/imports.spec.ts shows that each one
 * catches a deliberate violation. What happens inside a pure file is ESLint's.
 */

/** Domain libraries, upstream first: each may import those before it. */
const DOMAINS = [
  'framework',
  'cohort',
  'person',
  'candidacy',
  'evaluation',
  'transcript',
  'jury',
  'certification',
  'audit',
];
const domainSource = `^libs/(${DOMAINS.join('|')})/src/`;

/** A package in node_modules, whatever else its name begins with. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const DRIVERS = packages('better-sqlite3', '@eventstore/db-client', '@kurrent/kurrentdb-client', 'pg');

const SPEC = '\\.(spec|int-spec|e2e-spec)\\.ts$';
const CONTRACT = '\\.contract\\.ts$|/src/contract/';
/** Files that no process of the product loads. */
const TESTS = [SPEC, CONTRACT, '\\.(examples|bench)\\.ts$', '^test/', '^libs/testing/'];
const PURE = [
  '\\.(decide|state|events|projection)\\.ts$',
  '^libs/transcript/src/(exact-mean|modality-result|results)\\.ts$',
];
const ENTRIES = ['^apps/[^/]+/src/main\\.ts$', '-worker\\.ts$', SPEC, '^test/'];

const upstreamOnly = DOMAINS.map((domain, place) => ({
  name: `${domain}-imports-upstream-only`,
  comment: `${domain} builds on ledger, intake, vault and the domains before it, so that those can be changed, read and tested without it.`,
  severity: 'error',
  from: { path: `^libs/${domain}/` },
  to: {
    path: '^libs/',
    // Storage and testing have rules of their own below.
    pathNot: `^libs/(ledger|intake|vault|storage|testing|${DOMAINS.slice(0, place + 1).join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other can only be understood, loaded and changed as one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere, such as @minutier/x/src/y, works on one machine by accident at best.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      comment:
        'A package that package.json does not name is there by luck, and goes when another package lets go of it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'dev-packages-are-for-tests',
      comment: 'The container is built without devDependencies, so what the product imports must be a dependency.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-deep-imports',
      comment:
        'A library is what its index.ts exports; everything else in it may change without asking (specs may also read the examples of an upstream stream).',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$', '\\.examples\\.ts$'] },
    },
    {
      name: 'apps-import-only-index',
      comment:
        'Apps and tests put libraries together by what their index.ts exports, so that a library can be rearranged inside.',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '\\.examples\\.ts$'] },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'Libraries are put together by apps, never the other way round.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'no-dead-files',
      comment: 'A file that no entry, worker or test reaches is read and maintained for nothing.',
      severity: 'error',
      from: { path: ENTRIES },
      to: { path: '^(apps|libs)/.+\\.ts$', pathNot: ENTRIES, reachable: false },
    },
    {
      name: 'proof-imports-only-crypto',
      comment: 'Whoever checks a ledger must be able to read all of the code that checks it.',
      severity: 'error',
      from: { path: '^libs/proof/', pathNot: TESTS },
      to: { pathNot: ['^libs/proof/', '^(node:)?crypto$'] },
    },
    {
      name: 'ledger-imports-only-proof',
      comment: 'The ledger is plain TypeScript, so that frameworks and drivers can be changed around it.',
      severity: 'error',
      from: { path: '^libs/ledger/', pathNot: TESTS },
      to: {
        pathNot: ['^libs/(ledger|proof)/', packages('lru-cache', 'uuid', 'temporal-polyfill')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'intake-imports-only-ledger',
      comment: 'How a request becomes a command is the same for every domain.',
      severity: 'error',
      from: { path: '^libs/intake/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: '^libs/(intake|ledger)/' },
    },
    {
      name: 'vault-knows-no-domain',
      comment: 'The vault keeps identities and keys for whatever the domain does with them.',
      severity: 'error',
      from: { path: '^libs/vault/' },
      to: { path: domainSource },
    },
    {
      name: 'storage-knows-no-domain',
      comment: 'A driver stores any event and any row; it is written against the port of the ledger and nothing else.',
      severity: 'error',
      from: { path: '^libs/storage/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: '^libs/(storage|ledger|proof)/' },
    },
    {
      name: 'domain-knows-no-driver',
      comment: 'Apps choose the stores; a rule of the domain is the same on all of them.',
      severity: 'error',
      from: { path: domainSource, pathNot: TESTS },
      to: { path: ['^libs/storage/', DRIVERS] },
    },
    {
      name: 'only-queries-build-sql',
      comment: 'SQL stands in libs/storage and in *.query.ts, where it is tried on every database.',
      severity: 'error',
      from: { pathNot: ['^libs/storage/', '\\.query\\.ts$', '^test/', SPEC] },
      to: { path: packages('kysely') },
    },
    ...upstreamOnly,
    {
      name: 'slices-do-not-import-slices',
      comment: 'A slice stands on the root of its library, so that one command or view can be read and removed alone.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/([^/]+)/' },
      to: { path: '^libs/$1/src/[^/]+/', pathNot: ['^libs/$1/src/$2/', CONTRACT] },
    },
    {
      name: 'pure-files-import-no-framework',
      comment:
        'A pure file gives the same answer in 2039, whatever the framework, the machine and the day: it loads functions and constants only.',
      severity: 'error',
      from: { path: PURE, pathNot: ['/index\\.ts$', '\\.module\\.ts$', ...TESTS] },
      to: {
        path: [
          '(^|/)node_modules/',
          '^(node:)?[a-z_/]+$',
          '^libs/(intake|vault|storage)/',
          '\\.(command|handler|controller|module|query|reactor)\\.ts$',
        ],
        pathNot: packages('decimal\\.js', 'temporal-polyfill'),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'examples-are-for-tests',
      comment: 'Examples tell stories in specs; a process that loads them could write them.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: '\\.examples\\.ts$' },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'Servers, generators and contracts for tests have no place in a running ledger.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: ['^libs/testing/', CONTRACT] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    // Types count: a type of another slice binds as much as a function of it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
