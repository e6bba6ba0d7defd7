import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';

import Database from 'better-sqlite3';

import { defineProjection, type ReadCommit } from '@minutier/ledger';

import { SqliteReadStore } from './sqlite-read-store.js';
import { ViewWriter } from './view-writer.js';

/**
 * Goal: a thread that writes is to its caller what a connection on the main thread would be. Method: the store on a real
 * file, disturbed from outside by triggers; its thread ended by force.
 */
const marks = defineProjection<{ total: number }>({
  name: 'marks',
  version: 1,
  reads: 'all',
  columns: { total: 'integer' },
  indexed: ({ total }) => ({ total }),
  keysOf: ({ stream }) => [stream],
  partitionOf: ({ stream }) => stream,
  project: (row) => row,
});

let folder: string;
let file: string;
let store: SqliteReadStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutier-views-'));
  file = join(folder, 'views.sqlite');
  store = SqliteReadStore.open(file);
  await store.prepare([marks]);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function commitOf(...totals: readonly number[]): ReadCommit {
  const changes = totals.map((total, index) => ({
    projection: marks,
    key: `mark ${total}`,
    partition: 'all',
    ordinal: index,
    row: { total },
    replaces: false,
  }));
  return { changes, log: [], quarantined: [], checkpoints: new Map() };
}

const threadOf = (of: SqliteReadStore) => (of as unknown as { writer: { worker: Worker } }).writer.worker;
const keys = async () => (await store.find(marks, {}, 1_000)).map(({ key }) => key);

describe('the writing thread of read models', () => {
  it('has written what it said it has: whoever reads afterwards sees it', async () => {
    for (let total = 0; total < 50; total += 1) {
      await store.commit(commitOf(total));
      expect(await store.get(marks, `mark ${total}`, 0)).toMatchObject({ row: { total } });
      expect(await store.current(marks, [`mark ${total}`, 'nothing'])).toEqual(new Map([[`mark ${total}`, { total }]]));
    }
  });

  it('passes SQLite’s errors on as they are, writes nothing of that commit, and all of the next', async () => {
    const views = new Database(file);
    views.exec(`CREATE TRIGGER no_room BEFORE INSERT ON view_marks WHEN new.total = 13
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    views.close();
    const failed = store.commit(commitOf(12, 13, 14));
    const next = store.commit(commitOf(15));
    const error = await failed.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Database.SqliteError);
    expect(error).toMatchObject({ message: 'no room', code: 'SQLITE_CONSTRAINT_TRIGGER' });
    await next;
    expect(await keys()).toEqual(['mark 15']);
  });

  it('that ends fails what waits and every later write; what was written can still be read', async () => {
    await store.commit(commitOf(1));
    const waiting = store.commit(commitOf(...Array.from({ length: 20_000 }, (_, index) => index + 2)));
    const ended = threadOf(store).terminate();
    const unavailable = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('has ended') as string };
    await expect(waiting).rejects.toMatchObject(unavailable);
    await ended;
    await expect(store.commit(commitOf(2))).rejects.toMatchObject(unavailable);
    await expect(store.shadow(marks)).rejects.toMatchObject(unavailable);
    await expect(store.replace(marks, marks)).rejects.toMatchObject(unavailable);
    expect(await keys()).toEqual(['mark 1']);
    await store.close();
    store = SqliteReadStore.open(file);
    await store.commit(commitOf(2));
    expect(await keys()).toEqual(['mark 1', 'mark 2']);
  });

  it('that cannot open its file says so at the first write', async () => {
    const writer = ViewWriter.over(join(folder, 'nowhere', 'views.sqlite'));
    const none = { statements: [], all: [] } as unknown as Parameters<ViewWriter['write']>[0];
    await expect(writer.write(none)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await writer.close();
  });

  it('writes what it was given before it closes, and leaves one file', async () => {
    const last = store.commit(commitOf(7));
    await store.close();
    await last;
    await expect(store.commit(commitOf(8))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(readdirSync(folder)).toEqual(['views.sqlite']);
    store = SqliteReadStore.open(file);
    expect(await keys()).toEqual(['mark 7']);
  });
});
