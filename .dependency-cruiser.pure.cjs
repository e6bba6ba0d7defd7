/**
 * The same imports once the types are erased: what a pure file loads when it runs, however far away. Another library's
 * index.ts is taken as it is: which of its exports is pure cannot be seen from here.
 */
const { options } = require('./.dependency-cruiser.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'pure-files-reach-no-framework',
      comment: 'A rule can be run by a verifier, a spec or a rebuild with nothing of the server loaded beside it.',
      severity: 'error',
      from: {
        path: [
          '\\.(decide|state|events|projection)\\.ts$',
          '^libs/transcript/src/(exact-mean|modality-result|results)\\.ts$',
        ],
        pathNot: ['/index\\.ts$', '\\.module\\.ts$'],
      },
      to: {
        path: ['(^|/)node_modules/(@nestjs|fastify|kysely|class-validator|class-transformer|better-sqlite3)/'],
        reachable: true,
      },
    },
  ],
  options: {
    ...options,
    tsPreCompilationDeps: false,
    doNotFollow: { path: ['node_modules', '^libs/[^/]+/src/index\\.ts$'] },
  },
};
