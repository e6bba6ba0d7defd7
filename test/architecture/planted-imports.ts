/** A small tree that keeps every rule of imports: what the rules must leave alone. */
export const sound: Readonly<Record<string, string>> = {
  'apps/api/src/main.ts': `
    import '@minutier/audit'; import '@minutier/storage'; import '@minutier/vault'; import './app.module.js';`,
  'apps/api/src/app.module.ts': `import '@nestjs/common'; import '@minutier/intake'; import '@minutier/cohort';`,
  'libs/proof/src/index.ts': `import 'node:crypto'; export const proof = 1;`,
  'libs/ledger/src/index.ts': `
    import 'lru-cache'; import 'node:timers/promises'; import '@minutier/proof'; export interface Receipt {}`,
  'libs/intake/src/index.ts': `import '@nestjs/common'; import type { Receipt } from '@minutier/ledger'; export let r: Receipt;`,
  'libs/vault/src/index.ts': `import '@minutier/ledger'; import 'better-sqlite3';`,
  'libs/testing/src/index.ts': `import '@minutier/ledger'; import 'ajv'; import './servers/store.js';`,
  'libs/testing/src/servers/store.ts': `import '@minutier/storage';`,
  'libs/storage/src/index.ts': `import './sqlite/store.js';`,
  'libs/storage/src/sqlite/store.ts': `import 'better-sqlite3'; import 'kysely'; import '@minutier/ledger';`,
  'libs/storage/src/sqlite/append-worker.ts': `import 'better-sqlite3'; import './protocol.js';`,
  'libs/storage/src/sqlite/protocol.ts': `export {};`,
  'libs/storage/src/sqlite/store.spec.ts': `import '../contract/store.contract.js'; import '@minutier/testing';`,
  'libs/storage/src/contract/store.contract.ts': `import '@minutier/ledger';`,
  'libs/cohort/src/index.ts': `export * from './cohort.events.js'; export * from './cohort.state.js'; export * from './cohort.module.js';`,
  'libs/cohort/src/cohort.events.ts': `import type { Receipt } from '@minutier/ledger'; export type Opened = Receipt;`,
  'libs/cohort/src/cohort.state.ts': `import { proof } from '@minutier/ledger'; import type { Opened } from './cohort.events.js'; export let o: Opened = proof;`,
  'libs/cohort/src/cohort.examples.ts': `import './cohort.events.js';`,
  'libs/cohort/src/cohort.module.ts': `
    import '@nestjs/common'; import './open-cohort/open-cohort.handler.js'; import './cohort-board/cohort-board.query.js';`,
  'libs/cohort/src/open-cohort/open-cohort.command.ts': `import '@minutier/intake'; export class OpenCohort {}`,
  'libs/cohort/src/open-cohort/open-cohort.decide.ts': `
    import 'decimal.js'; import '@minutier/framework'; import '../cohort.state.js';
    import type { OpenCohort } from './open-cohort.command.js'; export let c: OpenCohort;`,
  'libs/cohort/src/open-cohort/open-cohort.handler.ts': `
    import '@nestjs/common'; import './open-cohort.command.js'; import './open-cohort.decide.js';`,
  'libs/cohort/src/open-cohort/open-cohort.spec.ts': `
    import '@minutier/testing'; import '@minutier/storage'; import '../cohort.examples.js'; import './open-cohort.decide.js';`,
  'libs/cohort/src/cohort-board/cohort-board.projection.ts': `import '../cohort.events.js';`,
  'libs/cohort/src/cohort-board/cohort-board.query.ts': `import 'kysely'; import './cohort-board.projection.js';`,
  'libs/candidacy/src/enrol/enrol.spec.ts': `import '../../../cohort/src/cohort.examples.js';`,
  'test/journeys/enrol.e2e-spec.ts': `import '../../apps/api/src/app.module.js'; import '@minutier/testing'; import 'kysely';`,
};

/** Every domain of the real order, so that each can import the next one and be caught. */
export const domains = [
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

export interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

const planted = (rule: string, file: string, text: string): Planted => ({ rule, file, text });

/** One deliberate violation of each rule, more where a rule has several ways to be broken. */
export const plants: readonly Planted[] = [
  planted('no-cycles', 'libs/ledger/src/egg.ts', `import type { Hen } from './hen.js'; export type Egg = Hen;`),
  planted('no-unresolvable', 'libs/person/src/lost.ts', `import '@minutier/cohort/src/cohort.state.js';`),
  planted('no-undeclared-packages', 'libs/vault/src/lucky.ts', `import 'left-pad';`),
  planted('dev-packages-are-for-tests', 'libs/vault/src/bare.ts', `import 'ajv';`),
  planted('no-deep-imports', 'libs/person/src/burglar.ts', `import '../../cohort/src/cohort.state.js';`),
  planted('apps-import-only-index', 'apps/api/src/burglar.ts', `import '../../../libs/cohort/src/cohort.state.js';`),
  planted('apps-import-only-index', 'test/crash/burglar.ts', `import '../../libs/storage/src/sqlite/store.js';`),
  planted('libraries-know-no-app', 'libs/intake/src/homesick.ts', `import '../../../apps/api/src/main.js';`),
  planted('no-dead-files', 'libs/cohort/src/forgotten.ts', `import './cohort.events.js';`),
  planted('proof-imports-only-crypto', 'libs/proof/src/curious.ts', `import 'node:fs';`),
  planted('proof-imports-only-crypto', 'libs/proof/src/heavy.ts', `import 'lru-cache';`),
  planted('proof-imports-only-crypto', 'libs/proof/src/upward.ts', `import type {} from '@minutier/ledger';`),
  planted('ledger-imports-only-proof', 'libs/ledger/src/framed.ts', `import '@nestjs/common';`),
  planted('ledger-imports-only-proof', 'libs/ledger/src/stored.ts', `import '@minutier/storage';`),
  planted('intake-imports-only-ledger', 'libs/intake/src/nosy.ts', `import '@minutier/vault';`),
  planted('vault-knows-no-domain', 'libs/vault/src/nosy.ts', `import type {} from '@minutier/person';`),
  planted('storage-knows-no-domain', 'libs/storage/src/nosy.ts', `import type {} from '@minutier/cohort';`),
  planted('domain-knows-no-driver', 'libs/cohort/src/direct.ts', `import 'better-sqlite3';`),
  planted('domain-knows-no-driver', 'libs/cohort/src/stored.ts', `import '@minutier/storage';`),
  planted('only-queries-build-sql', 'libs/cohort/src/cohort-board/sneaky.ts', `import 'kysely';`),
  planted('only-queries-build-sql', 'apps/api/src/sneaky.ts', `import type {} from 'kysely';`),
  ...domains.map((domain, place) =>
    planted(
      `${domain}-imports-upstream-only`,
      `libs/${domain}/src/upside-down.ts`,
      `import type {} from '@minutier/${domains[place + 1] ?? 'proof'}';`,
    ),
  ),
  planted(
    'slices-do-not-import-slices',
    'libs/cohort/src/open-cohort/neighbour.ts',
    `import type {} from '../cohort-board/cohort-board.projection.js';`,
  ),
  planted('slices-do-not-import-slices', 'libs/storage/src/postgres/neighbour.ts', `import '../sqlite/protocol.js';`),
  planted('pure-files-import-no-framework', 'libs/cohort/src/a/timed.decide.ts', `import 'node:crypto';`),
  planted('pure-files-import-no-framework', 'libs/cohort/src/b/framed.state.ts', `import '@nestjs/common';`),
  planted('pure-files-import-no-framework', 'libs/cohort/src/c/c.projection.ts', `import './c.command.js';`),
  planted('pure-files-import-no-framework', 'libs/transcript/src/results.ts', `import { r } from '@minutier/intake';`),
  planted('examples-are-for-tests', 'libs/cohort/src/told.ts', `import './cohort.examples.js';`),
  planted('testing-is-for-tests', 'libs/cohort/src/tested.ts', `import '@minutier/testing';`),
  planted('testing-is-for-tests', 'libs/storage/src/tried.ts', `import './contract/store.contract.js';`),
];

/** What the second configuration sees and the first cannot: a framework two files away. */
export const farPlant: Planted = planted(
  'pure-files-reach-no-framework',
  'libs/cohort/src/d/far.decide.ts',
  `import '../naming.js';`,
);
export const onTheWay: Readonly<Record<string, string>> = {
  'libs/ledger/src/hen.ts': `import './egg.js';`,
  'libs/cohort/src/naming.ts': `import '@nestjs/common';`,
  'libs/cohort/src/c/c.command.ts': `import '@nestjs/common';`,
};
