import { LRUCache } from 'lru-cache';

import type { Projection } from './projection.js';
import type { LogEntry, ReadStore, RowChange, ViewRow } from './read-store.js';

const ROWS_MAX = 20_000;

/** What was read last of what is true now: most questions are about now, and most rows stand for long. */
export class ShownRows {
  readonly #rows = new LRUCache<string, ViewRow<object>>({ max: ROWS_MAX });
  readonly #revisions = new LRUCache<string, number>({ max: ROWS_MAX });

  constructor(private readonly readStore: Pick<ReadStore, 'get' | 'revisionAt'>) {}

  /** A row as of an ordinal; `isNow` says whether that is where its projection stands. */
  async row<Row extends object>(
    projection: Projection<Row>,
    key: string,
    at: number,
    isNow: () => boolean,
  ): Promise<ViewRow<Row> | undefined> {
    const name = `${projection.name} ${key}`;
    const shown = isNow() ? this.#rows.get(name) : undefined;
    if (shown) return shown as ViewRow<Row>;
    const read = await this.readStore.get(projection, key, at);
    // What was read is kept only where no batch was committed meanwhile.
    if (read && isNow()) this.#rows.set(name, read);
    return read;
  }

  /** Revision of a stream as of an ordinal, -1 before its first event; `isNow` says whether the log index stands there. */
  async revisionAt(stream: string, at: number, isNow: () => boolean): Promise<number> {
    const known = isNow() ? this.#revisions.get(stream) : undefined;
    if (known !== undefined) return known;
    const revision = (await this.readStore.revisionAt(stream, at)) ?? -1;
    if (isNow()) this.#revisions.set(stream, revision);
    return revision;
  }

  /** Forgets the rows that a batch changed; its events are their streams' last. */
  committed(changes: readonly RowChange[], log: readonly LogEntry[]): void {
    for (const { projection, key } of changes) this.#rows.delete(`${projection.name} ${key}`);
    for (const { stream, revision } of log) this.#revisions.set(stream, revision);
  }

  clear(): void {
    this.#rows.clear();
    this.#revisions.clear();
  }
}
