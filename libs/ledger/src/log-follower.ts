import type { LoggedEvent, StoredEvent } from './envelope.js';
import type { EventStore } from './event-store.js';
import { letOthersWork } from './pause.js';
import type { EventCatalogue } from './stream-definition.js';

/** How far a reader has come: everything up to and including `ordinal` is behind it. */
export interface Checkpoint {
  /** -1 before the first event. */
  readonly ordinal: number;
  readonly position: string | null;
  /** Effective time of that event; empty before the first. */
  readonly effectiveAt: string;
}

export const BEFORE_FIRST: Checkpoint = { ordinal: -1, position: null, effectiveAt: '' };

/** Events in their order and today's shape, with the checkpoint behind the last of them. */
export interface LoggedBatch {
  readonly events: readonly LoggedEvent[];
  readonly checkpoint: Checkpoint;
  readonly caughtUp: boolean;
}

/**
 * Counts ordinals and effective time from a checkpoint on. Every reader of every engine counts with this one
 * function, so that all agree. Throws UnknownEvent where this process is too old.
 */
export function numbered(
  from: Checkpoint,
  stored: readonly StoredEvent[],
  catalogue: EventCatalogue,
): Omit<LoggedBatch, 'caughtUp'> {
  let { ordinal, effectiveAt } = from;
  const events = stored.map((event): LoggedEvent => {
    ordinal += 1;
    if (event.meta.recordedAt > effectiveAt) effectiveAt = event.meta.recordedAt;
    return { ...catalogue.upcast(event), ordinal, effectiveAt };
  });
  return { events, checkpoint: { ordinal, position: stored.at(-1)?.position ?? from.position, effectiveAt } };
}

/**
 * Follows the log for ever from a checkpoint, until `signal` aborts. A batch never ends within an append, wherever the
 * store cut the log: what a reader is shown holds an append whole or not at all (DESIGN §1, one append is atomic).
 */
export async function* followLog(
  store: Pick<EventStore, 'subscribe' | 'readStream'>,
  catalogue: EventCatalogue,
  from: Checkpoint,
  signal: AbortSignal,
): AsyncGenerator<LoggedBatch> {
  let checkpoint = from;
  let begun: readonly StoredEvent[] = [];
  for await (const { events, caughtUp } of store.subscribe(from.position, signal)) {
    const stored = [...begun, ...events];
    // Events that stand before one of an unknown type are still told: the reader stops at it, not before.
    const unknown = stored.findIndex((event) => !isKnown(catalogue, event));
    begun = unknown === -1 && (await goesOn(store, stored.at(-1))) ? stored : [];
    if (begun.length > 0) continue;
    const batch = numbered(checkpoint, unknown === -1 ? stored : stored.slice(0, unknown), catalogue);
    checkpoint = batch.checkpoint;
    yield { ...batch, caughtUp: caughtUp && unknown === -1 };
    if (unknown !== -1) catalogue.upcast(stored[unknown]!);
    await letOthersWork();
  }
}

/** Reads the log from a checkpoint to its present end, in batches, and returns. */
export async function* readLogFrom(
  store: EventStore,
  catalogue: EventCatalogue,
  from: Checkpoint,
  batchSize: number,
): AsyncGenerator<LoggedBatch> {
  let checkpoint = from;
  for (;;) {
    const stored = await store.readLog(checkpoint.position, batchSize);
    const batch = numbered(checkpoint, stored, catalogue);
    checkpoint = batch.checkpoint;
    yield { ...batch, caughtUp: stored.length < batchSize };
    await letOthersWork();
    if (stored.length < batchSize) return;
  }
}

/** Whether the append of an event holds another behind it: its stream, written as a whole, says so at once. */
async function goesOn(store: Pick<EventStore, 'readStream'>, last: StoredEvent | undefined): Promise<boolean> {
  if (last === undefined) return false;
  const [next] = await store.readStream(last.stream, { from: last.revision + 1, limit: 1 });
  return next?.meta.commandId === last.meta.commandId;
}

function isKnown(catalogue: EventCatalogue, { type, version }: StoredEvent): boolean {
  const known = catalogue.types.get(type);
  return known !== undefined && version >= 1 && version <= known.version;
}
