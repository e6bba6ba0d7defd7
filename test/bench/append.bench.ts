import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { StreamName } from '@minutier/ledger';
import { SqliteEventStore } from '@minutier/storage';

import { madeEvent, madeStream } from './events-made.js';
import { inFolder, type Measurement, pairs, racing, rate } from './measure.js';

const ROUNDS = 7;
const ROUND_MS = 1_000;

/** Durable appends through the port, beside a bare loop of the same rows, indexes and durability in one thread. */
export function appendBench(): Promise<Measurement[]> {
  return inFolder(async (folder) => {
    const store = await SqliteEventStore.open(join(folder, 'ours.sqlite'));
    const bare = bareLoop(join(folder, 'bare.sqlite'));
    const writers = Array.from({ length: 64 }, () => ({ stream: madeStream(), revision: -1 }));
    const append = async (writer: { stream: StreamName; revision: number }): Promise<void> => {
      const expected = writer.revision === -1 ? 'absent' : writer.revision;
      writer.revision = await store.append(writer.stream, expected, [madeEvent(writer.revision + 1)]);
    };
    let turn = 0;
    const one = await pairs(
      ROUNDS,
      () => rate(ROUND_MS, () => append(writers[(turn += 1) % 64]!).then(() => 1)),
      () => rate(ROUND_MS, () => bare(1)),
    );
    const many = await pairs(
      ROUNDS,
      () => racing(ROUND_MS, writers, append),
      () => rate(ROUND_MS, () => bare(64)),
    );
    await store.close();
    return [
      { name: 'durable appends, 1 writer', unit: 'events/s', ...one, bar: '>= 0.5', holds: one.ratio >= 0.5 },
      { name: 'durable appends, 64 writers', unit: 'events/s', ...many, bar: '>= 0.7', holds: many.ratio >= 0.7 },
    ];
  });
}

/** Inserts `rows` made events in one transaction, on the thread that makes them. */
function bareLoop(file: string): (rows: number) => number {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`
    CREATE TABLE events (ordinal INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
      type TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL, meta TEXT NOT NULL);
    CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
  `);
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  let ordinal = 0;
  return (rows) => {
    database.exec('BEGIN IMMEDIATE');
    for (let row = 0; row < rows; row += 1) {
      const { id, type, version, data, meta } = madeEvent(ordinal);
      const texts = [JSON.stringify(data), JSON.stringify(meta)];
      insert.run(ordinal, ordinal % 64, Math.floor(ordinal / 64), id, type, version, ...texts);
      ordinal += 1;
    }
    database.exec('COMMIT');
    return rows;
  };
}
