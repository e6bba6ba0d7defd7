import { once } from 'node:events';

import { auditTrail } from '@minutier/audit';
import { candidacyStream, evaluationList } from '@minutier/candidacy';
import { eventCatalogue, type EventStore, ProjectionRunner } from '@minutier/ledger';
import { SqliteEventStore, SqliteReadStore } from '@minutier/storage';

import { type MemorySample, REPLAYED, type ReplayOrder } from './replay-order.js';

const WITHIN_MS = 600_000;
const SAMPLED_EVERY = 100_000;

/**
 * Rebuilds the read models of a ledger from its first event on, then its log index. A process of its own, so that
 * what it holds is the replay's alone.
 */
async function replay({ ledger, views, events }: ReplayOrder): Promise<MemorySample[]> {
  const store = await SqliteEventStore.open(ledger);
  const readStore = SqliteReadStore.open(views);
  const catalogue = eventCatalogue([candidacyStream]);
  const samples: MemorySample[] = [];
  const rebuilding = new ProjectionRunner(withoutNews(store), readStore, catalogue, REPLAYED);
  await rebuilding.start();
  await rebuilding.rebuild(evaluationList.name, (ordinal) => {
    if (ordinal + 1 >= (samples.length + 1) * SAMPLED_EVERY) samples.push(sample(ordinal + 1));
  });
  await rebuilding.rebuild(auditTrail.name);
  await rebuilding.stop();
  const indexing = new ProjectionRunner(store, readStore, catalogue, REPLAYED);
  await indexing.start();
  const isLevel = await indexing.waitUntil(() => indexing.ordinal >= events - 1, WITHIN_MS);
  if (!isLevel) throw new Error(`the read models stand at ${indexing.ordinal}: ${indexing.status.stalled}`);
  await indexing.stop();
  await readStore.close();
  await store.close();
  return samples;
}

/** The log as it stands: a rebuild reads it, and nobody follows it meanwhile. */
function withoutNews(store: EventStore): EventStore {
  return {
    append: (...append) => store.append(...append),
    readStream: (...read) => store.readStream(...read),
    readLog: (...read) => store.readLog(...read),
    countAfter: (...count) => store.countAfter(...count),
    close: () => store.close(),
    async *subscribe(_after, signal) {
      if (!signal.aborted) await once(signal, 'abort');
      yield { events: [], caughtUp: true };
    },
  };
}

function sample(events: number): MemorySample {
  globalThis.gc!();
  const { heapUsed, rss } = process.memoryUsage();
  return { events, heapBytes: heapUsed, rssBytes: rss };
}

process.once('message', (order: ReplayOrder) => {
  replay(order).then(
    (samples) => process.send!({ samples }, () => process.disconnect()),
    (error: unknown) => process.send!({ failed: String(error) }, () => process.disconnect()),
  );
});
