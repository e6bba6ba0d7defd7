import { join } from 'node:path';

import Database from 'better-sqlite3';

import { candidacyStream, evaluationList, evaluationIdOf } from '@minutier/candidacy';
import { eventCatalogue, ProjectionRunner, splitStreamName } from '@minutier/ledger';
import { SqliteEventStore, SqliteReadStore } from '@minutier/storage';

import { madeEvent, madeStream } from './events-made.js';
import { inFolder, type Measurement, pairs } from './measure.js';

const EVENTS = 40_960;
const EVENTS_PER_STREAM = 20;
const ROUNDS = 5;

/** Rebuilding a read model, beside a bare loop that reads the same events and writes the same rows. */
export function rebuildBench(): Promise<Measurement[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'ledger.sqlite');
    const store = await SqliteEventStore.open(file);
    await fill(store);
    const readStore = SqliteReadStore.open(join(folder, 'views.sqlite'));
    const catalogue = eventCatalogue([candidacyStream]);
    const runner = new ProjectionRunner(store, readStore, catalogue, [evaluationList]);
    await runner.start();
    await runner.waitUntil(() => runner.ordinal >= EVENTS - 1, 600_000);
    const measured = await pairs(
      ROUNDS,
      () => eventsPerSecond(() => runner.rebuild(evaluationList.name)),
      () => eventsPerSecond(() => bareRebuild(file, join(folder, 'bare.sqlite'))),
    );
    await runner.stop();
    await readStore.close();
    await store.close();
    return [
      { name: 'rebuild of a read model', unit: 'events/s', ...measured, bar: '>= 0.5', holds: measured.ratio >= 0.5 },
    ];
  });
}

async function fill(store: SqliteEventStore): Promise<void> {
  for (let made = 0; made < EVENTS;) {
    const streams = Array.from({ length: 64 }, madeStream);
    const appends = streams.map((stream) => {
      const { id: candidacyId } = splitStreamName(stream);
      const events = Array.from({ length: EVENTS_PER_STREAM }, (_, number) => {
        const place = { modality: 'F1-M1', occurrence: number + 1, attempt: 1, entry: 1 };
        const event = madeEvent(made + number);
        return { ...event, data: { ...event.data, ...place, evaluationId: evaluationIdOf(candidacyId, place) } };
      });
      return store.append(stream, 'absent', events);
    });
    made += EVENTS_PER_STREAM * streams.length;
    await Promise.all(appends);
  }
}

async function eventsPerSecond(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (EVENTS * 1_000) / (performance.now() - start);
}

function bareRebuild(ledger: string, file: string): void {
  const reader = new Database(ledger, { readonly: true });
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = NORMAL');
  writer.pragma('cache_size = -65536');
  writer.pragma('wal_autocheckpoint = 4000');
  writer.exec(`
    DROP TABLE IF EXISTS evaluations;
    CREATE TABLE evaluations (key TEXT NOT NULL, from_ordinal INTEGER NOT NULL, to_ordinal INTEGER NOT NULL,
      partition TEXT NOT NULL, body TEXT NOT NULL, candidacy TEXT, place TEXT, PRIMARY KEY (key, from_ordinal));
  `);
  const insert = writer.prepare('INSERT INTO evaluations VALUES (?, ?, ?, ?, ?, ?, ?)');
  const batch = reader.prepare<[number], Record<'stream' | 'data' | 'meta', string> & { ordinal: number }>(
    'SELECT e.ordinal, s.name AS stream, e.data, e.meta FROM events e JOIN streams s ON s.number = e.stream WHERE e.ordinal > ? ORDER BY e.ordinal LIMIT 1000',
  );
  for (let after = -1, rows = batch.all(after); rows.length > 0; rows = batch.all(after)) {
    writer.transaction(() => {
      for (const { ordinal, stream, data, meta } of rows) {
        const evaluation = JSON.parse(data) as { evaluationId: string; modality: string };
        const { actor, recordedAt } = JSON.parse(meta) as { actor: object; recordedAt: string };
        const body = JSON.stringify({ ...evaluation, stream, recordedBy: actor, recordedAt, corrections: [] });
        insert.run(
          evaluation.evaluationId,
          ordinal,
          Number.MAX_SAFE_INTEGER,
          stream,
          body,
          stream,
          evaluation.modality,
        );
      }
    })();
    after = rows.at(-1)!.ordinal;
  }
  // As ours does: indexes are made once the rows stand.
  writer.exec(`
    CREATE INDEX by_candidacy ON evaluations (candidacy, to_ordinal);
    CREATE INDEX by_place ON evaluations (place, to_ordinal);
  `);
  reader.close();
  writer.close();
}
