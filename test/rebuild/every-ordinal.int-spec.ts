import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import {
  BEFORE_FIRST,
  eventCatalogue,
  ledgerStream,
  type LoggedEvent,
  type Projection,
  ProjectionRunner,
  readLogFrom,
} from '@minutier/ledger';
import { SqliteEventStore, SqliteReadStore } from '@minutier/storage';

import { configurationFrom, DOMAIN, openApplication } from '../../apps/api/src/index.js';
import { demonstrationFiche, loadDemonstration } from '../../apps/cli/src/demonstration/load.js';
import { SEED_DEFAULT, storyOf } from '../../apps/cli/src/demonstration/story.js';

/**
 * Goal: what the read models of the domain say as of any moment of a cohort's two years is what its log up to that
 * moment says. Method: the demonstration is loaded and projected live; then, for each projection, the log is folded
 * event by event in memory, and held against the live view as of every ordinal; then it is rebuilt and compared again.
 */
const PROJECTIONS = DOMAIN.flatMap(({ projections }) => projections);
const CATALOGUE = eventCatalogue([ledgerStream, ...DOMAIN.flatMap(({ streams }) => streams)]);

let folder: string;
let store: SqliteEventStore;
let readStore: SqliteReadStore;
let log: LoggedEvent[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutier-rebuild-'));
  const { foundedAt } = storyOf(SEED_DEFAULT, await demonstrationFiche());
  const configuration = configurationFrom({ MINUTIER_DATA: folder, MINUTIER_LOG_LEVEL: 'silent' });
  const pipeline = await openApplication(configuration, { foundedAt });
  await loadDemonstration(pipeline, SEED_DEFAULT, () => {});
  await pipeline.close();
  store = await SqliteEventStore.open(join(folder, 'ledger.sqlite'));
  readStore = SqliteReadStore.open(join(folder, 'views.sqlite'));
  log = [];
  for await (const { events } of readLogFrom(store, CATALOGUE, BEFORE_FIRST, 500)) log.push(...events);
}, 60_000);
afterAll(async () => {
  await readStore.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

function rowsOf(views: string, { name }: Projection): object[] {
  const database = new Database(views, { readonly: true });
  try {
    return database.prepare<[], object>(`SELECT * FROM view_${name} ORDER BY key, from_ordinal`).all();
  } finally {
    database.close();
  }
}

const stored = (row: object): unknown => JSON.parse(JSON.stringify(row));

it('the demonstration is long enough to mean something', () => {
  expect(log.length).toBeGreaterThan(300);
  expect(PROJECTIONS.length).toBeGreaterThanOrEqual(8);
});

describe.each(PROJECTIONS.map((projection) => [projection.name, projection] as const))(
  'the view %s',
  (_name, projection) => {
    const concerns = (event: LoggedEvent) => projection.reads === 'all' || projection.reads.includes(event.type);

    it('says as of every ordinal what the log up to it says', async () => {
      const rows = new Map<string, unknown>();
      for (const event of log) {
        if (!concerns(event)) continue;
        for (const key of new Set(projection.keysOf(event))) {
          const row = projection.project((rows.get(key) as object | undefined) ?? null, event, key);
          if (row) rows.set(key, stored(row));
          else rows.delete(key);
        }
        const found = await readStore.find(projection, {}, event.ordinal);
        const expected = [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
        // As text: a hundred times faster than comparing, and rows keep the order of their fields.
        expect(JSON.stringify(found.map(({ key, row }) => [key, row]))).toBe(JSON.stringify(expected));
      }
    });

    it('keeps each row in one partition for ever, so that a retry brings back all that a quarantine took', () => {
      const partitions = new Map<string, Set<string>>();
      for (const event of log.filter(concerns)) {
        for (const key of projection.keysOf(event)) {
          partitions.set(key, (partitions.get(key) ?? new Set()).add(projection.partitionOf(event)));
        }
      }
      expect([...partitions].filter(([, of]) => of.size > 1)).toEqual([]);
    });
  },
);

it('the views are the same when they are rebuilt, and when they are folded from nothing', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'minutier-rebuilt-'));
  cpSync(folder, copy, { recursive: true });
  const [lived, fresh] = [join(copy, 'views.sqlite'), join(copy, 'fresh.sqlite')];
  const rows = (views: string) => PROJECTIONS.map((projection) => rowsOf(views, projection));
  const before = rows(lived);
  await caughtUp(lived, async (runner) => {
    for (const { name } of PROJECTIONS) await runner.rebuild(name);
  });
  await caughtUp(fresh, () => Promise.resolve());
  expect(rows(lived)).toEqual(before);
  expect(rows(fresh)).toEqual(before);
  rmSync(copy, { recursive: true });
});

async function caughtUp(views: string, then: (runner: ProjectionRunner) => Promise<void>): Promise<void> {
  const opened = SqliteReadStore.open(views);
  const runner = new ProjectionRunner(store, opened, CATALOGUE, PROJECTIONS);
  await runner.start();
  expect(await runner.waitUntil(() => runner.ordinal === log.length - 1, 20_000)).toBe(true);
  await then(runner);
  await runner.stop();
  await opened.close();
}
