import type { LRUCache } from 'lru-cache';

import type { LoggedEvent } from './envelope.js';
import { LedgerFault } from './errors.js';
import { type Projection, reads } from './projection.js';
import type { Quarantine, ReadStore, RowChange } from './read-store.js';

/** What a batch does to one projection. */
export interface Applied {
  readonly changes: RowChange[];
  readonly quarantined: Quarantine[];
}

/**
 * Applies a batch of events to one projection, in memory. A partition in which an event fails is set aside: its
 * changes of this batch up to that event stay, its later events wait.
 */
export async function applyBatch(
  projection: Projection,
  events: readonly LoggedEvent[],
  store: Pick<ReadStore, 'current'>,
  cache: LRUCache<string, object>,
  waiting: ReadonlySet<string>,
): Promise<Applied> {
  const relevant = events.filter((event) => reads(projection, event));
  const rows = await currentRows(projection, relevant, store, cache);
  const applied: Applied = { changes: [], quarantined: [] };
  const aside = new Set(waiting);
  for (const event of relevant) {
    const partition = projection.partitionOf(event);
    if (aside.has(partition)) continue;
    try {
      applied.changes.push(...changesOf(projection, event, partition, rows));
    } catch (error) {
      aside.add(partition);
      applied.quarantined.push({
        projection: projection.name,
        partition,
        ordinal: event.ordinal,
        reason: reasonOf(error),
      });
    }
  }
  for (const { key, row } of applied.changes) {
    if (row) cache.set(key, row);
    else cache.delete(key);
  }
  return applied;
}

async function currentRows(
  projection: Projection,
  events: readonly LoggedEvent[],
  store: Pick<ReadStore, 'current'>,
  cache: LRUCache<string, object>,
): Promise<Map<string, object | null>> {
  const rows = new Map<string, object | null>();
  const missing = new Set<string>();
  for (const event of events) {
    for (const key of safeKeys(projection, event)) {
      const cached = cache.get(key);
      if (cached) rows.set(key, cached);
      else if (!projection.appendOnly) missing.add(key);
    }
  }
  if (missing.size > 0) {
    const found = await store.current(projection, [...missing]);
    for (const key of missing) rows.set(key, found.get(key) ?? null);
  }
  return rows;
}

/** Keys for loading only: an event whose keys cannot be told fails where it is applied. */
function safeKeys(projection: Projection, event: LoggedEvent): readonly string[] {
  try {
    return projection.keysOf(event);
  } catch {
    return [];
  }
}

function changesOf(
  projection: Projection,
  event: LoggedEvent,
  partition: string,
  rows: Map<string, object | null>,
): RowChange[] {
  const keys = [...new Set(projection.keysOf(event))];
  // A key that an event does not carry is a fault of this partition, not of the whole store.
  if (keys.some((key) => typeof key !== 'string' || key === '')) throw new TypeError('an event without its key');
  // All rows of the event are computed before any is kept: an event applies whole or not at all.
  const after = keys.map((key) => projection.project(rows.get(key) ?? null, event, key));
  return keys.flatMap((key, index) => {
    const row = after[index] ?? null;
    const before = rows.get(key) ?? null;
    if (row === before) return [];
    rows.set(key, row);
    return [{ projection, key, partition, ordinal: event.ordinal, row, replaces: before !== null }];
  });
}

/** Says what failed without repeating any value of the event. */
function reasonOf(error: unknown): string {
  if (error instanceof LedgerFault) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
