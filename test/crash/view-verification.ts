import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { eventCatalogue, type EventStore, ledgerStream, ProjectionRunner } from '@minutier/ledger';
import { SqliteReadStore } from '@minutier/storage';

import { DOMAIN } from '../../apps/api/src/index.js';

const PROJECTIONS = DOMAIN.flatMap(({ projections }) => projections);
const CATALOGUE = eventCatalogue([ledgerStream, ...DOMAIN.flatMap(({ streams }) => streams)]);
const CATCHING_UP_MAX_MS = 20_000;

/** What is wrong with the read models in a folder, once they have caught up: everything that a fresh folding says else. */
export async function viewFaults(store: EventStore, folder: string): Promise<string[]> {
  const [live, fresh] = [join(folder, 'views.sqlite'), join(folder, `${randomUUID()}.sqlite`)];
  const faults = [...(await follow(store, live)), ...(await follow(store, fresh))];
  return faults.length > 0
    ? faults
    : ['log_index', ...PROJECTIONS.map(({ name }) => `view_${name}`)].flatMap((table) => {
        const [lived, folded] = [rowsOf(live, table), rowsOf(fresh, table)];
        const at = lived.findIndex((row, index) => row !== folded[index]);
        if (at < 0 && lived.length === folded.length) return [];
        return [`${table} differs from a fresh folding at row ${at < 0 ? lived.length : at}`];
      });
}

async function follow(store: EventStore, views: string): Promise<string[]> {
  const last = (await store.countAfter(null, Number.MAX_SAFE_INTEGER)) - 1;
  const readStore = SqliteReadStore.open(views);
  const runner = new ProjectionRunner(store, readStore, CATALOGUE, PROJECTIONS);
  await runner.start();
  try {
    const level = await runner.waitUntil(() => runner.ordinal === last, CATCHING_UP_MAX_MS);
    const quarantined = await readStore.quarantines();
    const { ordinal, stalled } = runner.status;
    return [
      ...(level ? [] : [`the read models stand at ${ordinal} of ${last}: ${stalled}`]),
      ...quarantined.map(({ projection, partition }) => `${partition} of ${projection} waits in quarantine`),
    ];
  } finally {
    await runner.stop();
    await readStore.close();
  }
}

function rowsOf(file: string, table: string): string[] {
  const views = new Database(file, { readonly: true });
  try {
    const key = table === 'log_index' ? 'ordinal' : 'key, from_ordinal';
    return views
      .prepare<[], object>(`SELECT * FROM ${table} ORDER BY ${key}`)
      .all()
      .map((row) => JSON.stringify(row));
  } finally {
    views.close();
  }
}
