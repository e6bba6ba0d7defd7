import { type EventData, NO_STREAM, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';

import {
  canonicalAppend,
  type EventStore,
  type ExpectedRevision,
  LedgerCorrupted,
  type LogBatch,
  type NewEvent,
  type ReadStreamOptions,
  RevisionConflict,
  type StoredEvent,
  StoreUnavailable,
  type StreamName,
} from '@minutier/ledger';

import { AppendLane } from './append-lane.js';
import { EventFeed, type EventSource } from './event-feed.js';
import { untilSettled } from './faults.js';
import { LogReader } from './log-reader.js';
import { ReadingLane } from './reading-lane.js';
import { firstRevision, storedEvent, wireEvent } from './recorded-events.js';

export interface EventStoreDbOptions {
  /** As the client takes it: `esdb://` or `esdb+discover://`, one node or several, TLS, user. */
  readonly connectionString: string;
  /** Stands before each stream's name on the server, which others may share. */
  readonly prefix?: string;
  /** How long one attempt may take before its outcome counts as unknown. */
  readonly appendTimeoutMs?: number;
  /** How long a read, or a subscription that opens, may hear nothing. */
  readonly readTimeoutMs?: number;
  /** How long an append or a read is repeated before StoreUnavailable. Longer than a fail-over takes. */
  readonly settleWithinMs?: number;
}

interface PresentSearch {
  scanned: number;
  last: number;
}

/**
 * The log on EventStoreDB, a single node or a cluster, 23.10 or later. An append always names its revision, and one
 * whose outcome is unknown is repeated as it was: the server then recognises it, also after a crash. That is not true
 * of its ANY and STREAM_EXISTS, which double after a restart and are never sent.
 */
export class EventStoreDbEventStore implements EventStore {
  readonly #closing = new AbortController();
  readonly #lane: AppendLane;
  readonly #reading: ReadingLane;
  readonly #log: LogReader;
  readonly #appends = new Set<Promise<number>>();

  private constructor(private readonly options: Required<EventStoreDbOptions>) {
    this.#lane = AppendLane.to(options.connectionString);
    this.#reading = new ReadingLane(options.connectionString);
    const { readTimeoutMs: silenceMs, settleWithinMs } = options;
    this.#log = new LogReader(this.#reading, options.prefix, { silenceMs, settleWithinMs }, this.#closing.signal);
  }

  /** Connects at the first use, so that a ledger can start before its event store. Throws on a malformed address. */
  static open({
    connectionString,
    prefix = 'minutier',
    appendTimeoutMs = 3_000,
    readTimeoutMs = 5_000,
    settleWithinMs = 20_000,
  }: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    return new Promise((resolve) => {
      // A dot would let the streams of one prefix pass for those of another.
      if (!/^[A-Za-z0-9_]+$/.test(prefix)) throw new TypeError(`not a prefix of streams: ${prefix}`);
      const options = { connectionString, prefix, appendTimeoutMs, readTimeoutMs, settleWithinMs };
      resolve(new EventStoreDbEventStore(options));
    });
  }

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<number> {
    if (this.#closing.signal.aborted) throw new StoreUnavailable('the ledger is closed');
    const wire = canonicalAppend(events).map(wireEvent);
    const append =
      expected === 'present' ? this.#appendToPresent(stream, wire) : this.#appendAt(stream, expected, wire);
    this.#appends.add(append);
    try {
      return await append;
    } finally {
      this.#appends.delete(append);
    }
  }

  readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<StoredEvent[]> {
    if (options.limit === 0) return Promise.resolve([]);
    const { settleWithinMs } = this.options;
    return untilSettled(settleWithinMs, this.#closing.signal, () => this.#readStreamOnce(stream, options));
  }

  async readLog(after: string | null, limit: number): Promise<StoredEvent[]> {
    return limit > 0 ? await this.#log.read(after, limit) : [];
  }

  subscribe(after: string | null, signal: AbortSignal): AsyncGenerator<LogBatch> {
    return this.#log.follow(after, signal);
  }

  async countAfter(position: string | null, limit: number): Promise<number> {
    return limit > 0 ? await this.#log.count(position, limit) : 0;
  }

  /** Ends subscriptions; appends under way get their outcome first, or StoreUnavailable if the server keeps silent. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.allSettled(this.#appends);
    this.#reading.close();
    await this.#lane.release();
  }

  #appendAt(stream: StreamName, expected: number | 'absent', wire: EventData[]): Promise<number> {
    return untilSettled(this.options.settleWithinMs, this.#closing.signal, (remainingMs) =>
      this.#attempt(stream, expected, wire, remainingMs),
    );
  }

  async #attempt(
    stream: StreamName,
    expected: number | 'absent',
    wire: EventData[],
    remainingMs: number,
  ): Promise<number> {
    const first = expected === 'absent' ? 0 : expected + 1;
    const last = first + wire.length - 1;
    const timeoutMs = Math.min(this.options.appendTimeoutMs, remainingMs);
    const expectedOnServer = expected === 'absent' ? NO_STREAM : BigInt(expected);
    try {
      const revision = await this.#lane.append(this.#onServer(stream), expectedOnServer, wire, timeoutMs);
      if (revision !== last) {
        throw new LedgerCorrupted(`${stream} took an append at ${revision}, not at ${last}: was it deleted before?`);
      }
      return revision;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const actual = typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : 'absent';
      if (actual !== 'absent' && actual >= last && (await this.#standsAt(stream, first, wire))) return last;
      throw new RevisionConflict(stream, expected, actual);
    }
  }

  /** Whether these very events stand from this revision on: then the append is a repeat of one that succeeded. */
  async #standsAt(stream: StreamName, first: number, wire: EventData[]): Promise<boolean> {
    const standing = await this.#readStreamOnce(stream, { from: first, limit: wire.length });
    return standing.length === wire.length && standing.every(({ id }, index) => id === wire[index]!.id);
  }

  /** Appends after whatever is last. It first looks for its own events in the whole stream, as a repeat must be found. */
  async #appendToPresent(stream: StreamName, wire: EventData[]): Promise<number> {
    const search: PresentSearch = { scanned: 0, last: -1 };
    return untilSettled(this.options.settleWithinMs, this.#closing.signal, async (remainingMs) => {
      const giveUpAt = performance.now() + remainingMs;
      for (;;) {
        const standing = await this.#readStreamOnce(stream, { from: search.scanned });
        const own = standing.find(({ id }) => id === wire[0]!.id);
        if (own) return own.revision + wire.length - 1;
        search.last = standing.at(-1)?.revision ?? search.last;
        search.scanned = search.last + 1;
        if (search.last < 0) throw new RevisionConflict(stream, 'present', 'absent');
        try {
          return await this.#attempt(stream, search.last, wire, giveUpAt - performance.now());
        } catch (error) {
          if (!(error instanceof RevisionConflict) || performance.now() >= giveUpAt) throw error;
        }
      }
    });
  }

  async #readStreamOnce(
    stream: StreamName,
    { from = 0, direction = 'forwards', limit }: ReadStreamOptions,
  ): Promise<StoredEvent[]> {
    const lease = this.#reading.lease();
    const feed = new EventFeed(
      lease.client.readStream(
        this.#onServer(stream),
        {
          direction,
          fromRevision: firstRevision(direction, from),
          // A follower may not have yet what was acknowledged just before.
          requiresLeader: true,
          ...(limit === undefined ? {} : { maxCount: limit }),
        },
        { highWaterMark: 512 },
      ) as unknown as EventSource,
    );
    const events: StoredEvent[] = [];
    try {
      for (;;) {
        const taken = await feed.take({
          max: Infinity,
          signal: this.#closing.signal,
          silenceMs: this.options.readTimeoutMs,
        });
        for (const resolved of taken.events) events.push(storedEvent(resolved, `${this.options.prefix}.`));
        if (!taken.ended) continue;
        if (this.#closing.signal.aborted) throw new StoreUnavailable('the ledger is closed');
        return events;
      }
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      lease.distrust(error);
      throw error;
    } finally {
      feed.cancel();
      lease.release();
    }
  }

  #onServer(stream: StreamName): string {
    return `${this.options.prefix}.${stream}`;
  }
}
