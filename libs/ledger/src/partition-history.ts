import type { LoggedEvent } from './envelope.js';
import type { EventStore } from './event-store.js';
import { type Checkpoint, readLogFrom } from './log-follower.js';
import { type Projection, reads } from './projection.js';
import type { EventCatalogue } from './stream-definition.js';

const READ_BATCH_SIZE = 1_000;

/** What the log holds, after a checkpoint, for one partition of a projection; and how far it was read. */
export async function partitionHistory(
  store: EventStore,
  catalogue: EventCatalogue,
  projection: Projection,
  partition: string,
  from: Checkpoint,
): Promise<{ events: LoggedEvent[]; checkpoint: Checkpoint }> {
  const events: LoggedEvent[] = [];
  let checkpoint = from;
  for await (const batch of readLogFrom(store, catalogue, from, READ_BATCH_SIZE)) {
    for (const event of batch.events) {
      if (reads(projection, event) && projection.partitionOf(event) === partition) events.push(event);
    }
    checkpoint = batch.checkpoint;
  }
  return { events, checkpoint };
}
