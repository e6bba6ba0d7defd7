import type { StoredEvent } from '@minutier/ledger';

import { type EventRow, storedEvent } from './event-row.js';

const LOOKED_AT = 64;

/** A row, and the event that it holds once somebody has asked for it. */
interface Recent {
  readonly row: EventRow;
  event?: StoredEvent;
}

/**
 * The last events of the log, as they would be read back: followers and the next command of a stream find them here
 * instead of in the file. Kept without a gap; what does not follow on from the last one empties it.
 */
export class RecentEvents {
  #recent: Recent[] = [];

  constructor(private readonly max: number) {}

  /** Takes the next rows of the log. */
  add(rows: readonly EventRow[]): void {
    for (const row of rows) {
      if (this.#recent.length > 0 && row.ordinal !== this.#first + this.#recent.length) this.#recent = [];
      this.#recent.push({ row });
    }
    if (this.#recent.length > 2 * this.max) this.#recent = this.#recent.slice(-this.max);
  }

  /** Events after an ordinal, at most `limit`; undefined where they do not all stand here. */
  after(ordinal: number, limit: number): StoredEvent[] | undefined {
    if (this.#recent.length === 0 || ordinal + 1 < this.#first) return undefined;
    const from = ordinal + 1 - this.#first;
    return this.#recent.slice(from, from + limit).map(eventOf);
  }

  /** The event at a stream's end, where it is among the last few. */
  at(stream: string, revision: number): StoredEvent | undefined {
    const oldest = Math.max(0, this.#recent.length - LOOKED_AT);
    for (let index = this.#recent.length - 1; index >= oldest; index -= 1) {
      const { row } = this.#recent[index]!;
      if (row.stream === stream && row.revision === revision) return eventOf(this.#recent[index]!);
    }
    return undefined;
  }

  get #first(): number {
    return this.#recent[0]!.row.ordinal;
  }
}

function eventOf(recent: Recent): StoredEvent {
  return (recent.event ??= storedEvent(recent.row));
}
