import { canonicalJson } from '@minutier/proof';

import type { NewEvent, StoredEvent, StreamName } from './envelope.js';
import { AppendTooLarge } from './errors.js';

/** Revision of the stream's last event, or `absent` (no event yet), or `present` (at least one, whichever). */
export type ExpectedRevision = number | 'absent' | 'present';

/** Events of one batch of a subscription; `caughtUp` when nothing later was in the log as it was read. */
export interface LogBatch {
  readonly events: readonly StoredEvent[];
  readonly caughtUp: boolean;
}

/**
 * The log, as every engine can keep it. Positions are opaque, and ordered by the log alone.
 *
 * An implementation MUST make an append durable before it resolves, whole or not at all; MUST answer a repeat (same
 * ids at the same expected revision) as it answered first; MUST settle an unknown outcome by repeating before it
 * rejects with anything but StoreUnavailable; MUST refuse what {@link canonicalAppend} refuses. It promises nothing
 * across two streams.
 */
export interface EventStore {
  /** Resolves to the revision of the last event written. Throws RevisionConflict, AppendTooLarge, StoreUnavailable. */
  append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<number>;
  /** Events of one stream, from revision `from` (included) on, or backwards from the end; none for an absent stream. */
  readStream(stream: StreamName, options?: ReadStreamOptions): Promise<StoredEvent[]>;
  /** Events after a position (null: from the first), in log order, at most `limit`. */
  readLog(after: string | null, limit: number): Promise<StoredEvent[]>;
  /**
   * Follows the log after a position, for ever, without a gap or a double, through faults of the store; ends when
   * `signal` aborts. Batches are never concurrent: the next is given when the one before was taken.
   */
  subscribe(after: string | null, signal: AbortSignal): AsyncIterable<LogBatch>;
  /** How many of our events stand after a position, counted up to `limit`. */
  countAfter(position: string | null, limit: number): Promise<number>;
  close(): Promise<void>;
}

export interface ReadStreamOptions {
  /** First revision wanted, included; forwards only. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

export const EVENT_SIZE_MAX_BYTES = 48 * 1024;
export const APPEND_SIZE_MAX_BYTES = 768 * 1024;

/** An event whose parts are already canonical text. */
export interface CanonicalEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly meta: string;
}

/** Canonical bytes of an append, or AppendTooLarge: sizes count data, metadata, type and id in UTF-8. */
export function canonicalAppend(events: readonly NewEvent[]): CanonicalEvent[] {
  if (events.length === 0) throw new TypeError('an append holds at least one event');
  let appendBytes = 0;
  return events.map(({ id, type, version, data, meta }) => {
    const canonical = { id, type, version, data: canonicalJson(data), meta: canonicalJson(meta) };
    const bytes = Buffer.byteLength(canonical.data) + Buffer.byteLength(canonical.meta) + type.length + id.length;
    appendBytes += bytes;
    if (bytes > EVENT_SIZE_MAX_BYTES)
      throw new AppendTooLarge(`${type} takes ${bytes} bytes of ${EVENT_SIZE_MAX_BYTES}`);
    if (appendBytes > APPEND_SIZE_MAX_BYTES)
      throw new AppendTooLarge(`the append exceeds ${APPEND_SIZE_MAX_BYTES} bytes`);
    return canonical;
  });
}
