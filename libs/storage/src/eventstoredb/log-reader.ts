import { setTimeout as pause } from 'node:timers/promises';

import { type Position, type ResolvedEvent, START, streamNameFilter, UnknownError } from '@eventstore/db-client';

import { LedgerCorrupted, type LogBatch, type StoredEvent } from '@minutier/ledger';

import { EventFeed, type EventSource, type Taken } from './event-feed.js';
import { backoffMs, certainFault, ServerSilent, untilSettled } from './faults.js';
import type { ReadingLane } from './reading-lane.js';
import { comparePositions, parsePosition, positionText, storedEvent } from './recorded-events.js';

const BATCH_SIZE = 512;
/** The server tells a filtered subscription its progress that often, in windows of events; nothing here rests on it. */
const CHECKPOINT_INTERVAL = 100;
const LOOK_AGAIN_MS = 200;

export interface LogReaderOptions {
  /** How long the server may say nothing while something is owed. */
  readonly silenceMs: number;
  /** How long a read is tried again before it gives up; a subscription never does. */
  readonly settleWithinMs: number;
}

/** Where a reading stands: the last of our events that it gave. */
interface Progress {
  position: string | null;
}

/** Our events in log order, out of a log that others may share. */
export class LogReader {
  readonly #streamPrefix: string;

  constructor(
    private readonly lane: ReadingLane,
    prefix: string,
    private readonly options: LogReaderOptions,
    private readonly closing: AbortSignal,
  ) {
    this.#streamPrefix = `${prefix}.`;
  }

  /** Events after a position, at most `limit`. The client offers no server filter on this read, so we filter here. */
  async read(after: string | null, limit: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    const progress: Progress = { position: after };
    await untilSettled(this.options.settleWithinMs, this.closing, async () => {
      for await (const batch of this.#onwards(progress, limit - events.length)) events.push(...batch);
    });
    return events;
  }

  async count(after: string | null, limit: number): Promise<number> {
    let counted = 0;
    const progress: Progress = { position: after };
    await untilSettled(this.options.settleWithinMs, this.closing, async () => {
      for await (const batch of this.#onwards(progress, limit - counted)) counted += batch.length;
    });
    return counted;
  }

  /** Follows for ever; every drop, whatever its form, is taken up again after the last event given. */
  async *follow(after: string | null, aborted: AbortSignal): AsyncGenerator<LogBatch> {
    const signal = AbortSignal.any([aborted, this.closing]);
    const progress: Progress = { position: after };
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        for await (const batch of this.#subscription(progress, signal)) {
          failures = 0;
          yield batch;
        }
      } catch (error) {
        const certain = certainFault(error);
        if (certain) throw certain;
      }
      if (!signal.aborted) await pause(backoffMs(failures), undefined, { signal }).catch(() => undefined);
    }
  }

  async *#subscription(progress: Progress, signal: AbortSignal): AsyncGenerator<LogBatch> {
    await this.#checkStanding(progress.position, signal);
    const lease = this.lane.lease();
    const feed = new EventFeed(
      lease.client.subscribeToAll(
        {
          fromPosition: parsePosition(progress.position),
          filter: streamNameFilter({ prefixes: [this.#streamPrefix], checkpointInterval: CHECKPOINT_INTERVAL }),
          requiresLeader: true,
        },
        { highWaterMark: BATCH_SIZE },
      ) as unknown as EventSource,
    );
    try {
      for (;;) {
        const taken = await feed.take({ max: BATCH_SIZE, signal, silenceMs: this.options.silenceMs });
        if (taken.ended) break;
        const events = this.#ours(taken, progress);
        if (events.length > 0 || taken.caughtUp) yield { events, caughtUp: taken.caughtUp };
      }
      if (!signal.aborted) lease.distrust();
    } catch (error) {
      lease.distrust(error);
      throw error;
    } finally {
      feed.cancel();
      lease.release();
    }
  }

  /** Our events after the progress, until the log's end or the limit; the progress moves along. */
  async *#onwards(progress: Progress, limit: number): AsyncGenerator<StoredEvent[]> {
    let left = limit;
    let standing = progress.position;
    for await (const taken of this.#readAll(parsePosition(progress.position), undefined, this.closing)) {
      // The read begins with the event at the position itself, which is thereby seen to be there.
      if (standing !== null && !isAt(standing, taken.events[0])) break;
      standing = null;
      const batch = this.#ours(taken, progress, left);
      if (batch.length > 0) yield batch;
      left -= batch.length;
      if (left <= 0) return;
    }
    if (standing === null) return;
    await this.#checkStanding(standing, this.closing);
    throw new ServerSilent('the read ended early');
  }

  /** Ours among what was taken and after the progress, at most `limit`; the progress moves to the last of them. */
  #ours({ events }: Taken, progress: Progress, limit = Infinity): StoredEvent[] {
    const ours: StoredEvent[] = [];
    for (const resolved of events) {
      if (ours.length >= limit) break;
      // Undefined where a link's event is gone; a link is never ours.
      if (!resolved.event?.streamId.startsWith(this.#streamPrefix)) continue;
      const event = storedEvent(resolved, this.#streamPrefix);
      const order = progress.position === null ? 1 : comparePositions(event.position, progress.position);
      if (order < 0) throw wentBack(progress.position!);
      if (order === 0) continue;
      progress.position = event.position;
      ours.push(event);
    }
    return ours;
  }

  /**
   * A subscription from a position that the log does not hold gives no error: it stays silent, or gives what is
   * older. So the event at the position is looked up first, each time, on the leader, and twice before we say that it
   * is gone: a server that stops may end a read early.
   */
  async #checkStanding(position: string | null, signal: AbortSignal): Promise<void> {
    if (position === null) return;
    for (let misses = 0; misses < 2; misses += 1) {
      for await (const { events } of this.#readAll(parsePosition(position), 1, signal)) {
        if (isAt(position, events[0])) return;
        break;
      }
      await pause(LOOK_AGAIN_MS, undefined, { signal });
    }
    throw wentBack(position);
  }

  async *#readAll(
    from: Position | typeof START,
    maxCount: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Taken> {
    const lease = this.lane.lease();
    const feed = new EventFeed(
      lease.client.readAll(
        { fromPosition: from, requiresLeader: true, ...(maxCount === undefined ? {} : { maxCount }) },
        { highWaterMark: BATCH_SIZE },
      ) as unknown as EventSource,
    );
    try {
      for (;;) {
        const taken = await feed.take({ max: BATCH_SIZE, signal, silenceMs: this.options.silenceMs });
        if (taken.ended) break;
        yield taken;
      }
      if (signal.aborted) throw new ServerSilent('the read was given up');
    } catch (error) {
      if (from !== START && isBetweenRecords(error)) throw wentBack(positionText(from));
      if (!signal.aborted) lease.distrust(error);
      throw error;
    } finally {
      feed.cancel();
      lease.release();
    }
  }
}

/** What a server says of a position at which no record begins. */
function isBetweenRecords(error: unknown): boolean {
  return error instanceof UnknownError && error.message.includes('Unexpected ReadAllResult');
}

function isAt(position: string, found: ResolvedEvent | undefined): boolean {
  return found?.event?.position !== undefined && positionText(found.event.position) === position;
}

function wentBack(position: string): LedgerCorrupted {
  return new LedgerCorrupted(
    `the log holds no event at ${position}, where reading had come: an older backup was restored, or this is another log`,
  );
}
