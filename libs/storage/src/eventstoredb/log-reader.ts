import { setTimeout as pause } from 'node:timers/promises';

import { streamNameFilter, UnknownError } from '@eventstore/db-client';

import { LedgerCorrupted, type LogBatch, type StoredEvent } from '@minutier/ledger';

import { EventFeed, type EventSource, type Taken } from './event-feed.js';
import { backoffMs, certainFault, ServerSilent, untilSettled } from './faults.js';
import type { ReadingLane } from './reading-lane.js';
import { comparePositions, parsePosition, positionText, storedEvent } from './recorded-events.js';

const BATCH_SIZE = 512;
/** How many windows of events the server searches before it tells that it is still at work. */
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

  /** Events after a position, at most `limit`, up to the log's end as it was when the read came there. */
  async read(after: string | null, limit: number): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    const progress: Progress = { position: after };
    await untilSettled(this.options.settleWithinMs, this.closing, async () => {
      for await (const batch of this.#upToEnd(progress, () => limit - events.length)) events.push(...batch);
    });
    return events;
  }

  async count(after: string | null, limit: number): Promise<number> {
    let counted = 0;
    const progress: Progress = { position: after };
    await untilSettled(this.options.settleWithinMs, this.closing, async () => {
      for await (const batch of this.#upToEnd(progress, () => limit - counted)) counted += batch.length;
    });
    return counted;
  }

  /** Follows for ever; every drop, whatever its form, is taken up again after the last event given. */
  async *follow(after: string | null, aborted: AbortSignal): AsyncGenerator<LogBatch> {
    const signal = AbortSignal.any([aborted, this.closing]);
    const progress: Progress = { position: after };
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        for await (const batch of this.#subscription(progress, signal, { isFollowing: true })) {
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

  /** The client offers no server filter on a read of `$all`, a subscription has one: so it is read by subscribing. */
  async *#upToEnd(progress: Progress, left: () => number): AsyncGenerator<StoredEvent[]> {
    for await (const { events, caughtUp } of this.#subscription(progress, this.closing, { isFollowing: false })) {
      const wanted = events.slice(0, left());
      if (wanted.length > 0) yield wanted;
      if (caughtUp || left() <= 0) return;
    }
    throw new ServerSilent('the read ended before the end of the log');
  }

  /** One subscription, until it drops. A follower may hear nothing for long once it is confirmed, a read may not. */
  async *#subscription(
    progress: Progress,
    signal: AbortSignal,
    { isFollowing }: { isFollowing: boolean },
  ): AsyncGenerator<LogBatch> {
    await this.#checkStanding(progress.position, signal);
    const lease = this.lane.lease();
    // Told at every checkpoint, which only shows that the server is at work: it runs ahead of what was handled.
    const checkpointReached = (): void => feed.heard();
    const feed = new EventFeed(
      lease.client.subscribeToAll(
        {
          fromPosition: parsePosition(progress.position),
          filter: streamNameFilter({
            prefixes: [this.#streamPrefix],
            checkpointInterval: CHECKPOINT_INTERVAL,
            checkpointReached,
          }),
          requiresLeader: true,
        },
        { highWaterMark: BATCH_SIZE },
      ) as unknown as EventSource,
    );
    try {
      for (;;) {
        const { silenceMs } = this.options;
        const taken = await feed.take({ max: BATCH_SIZE, signal, silenceMs, isPatientOnceConfirmed: isFollowing });
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

  /** Ours among what was taken; the progress moves to the last of them. */
  #ours({ events }: Taken, progress: Progress): StoredEvent[] {
    const ours: StoredEvent[] = [];
    for (const resolved of events) {
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
      if (await this.#stands(position, signal)) return;
      await pause(LOOK_AGAIN_MS, undefined, { signal });
    }
    throw wentBack(position);
  }

  async #stands(position: string, signal: AbortSignal): Promise<boolean> {
    const lease = this.lane.lease();
    const feed = new EventFeed(
      lease.client.readAll({
        fromPosition: parsePosition(position),
        maxCount: 1,
        requiresLeader: true,
      }) as unknown as EventSource,
    );
    try {
      const { events } = await feed.take({ max: 1, signal, silenceMs: this.options.silenceMs });
      signal.throwIfAborted();
      const found = events[0]?.event?.position;
      return found !== undefined && positionText(found) === position;
    } catch (error) {
      if (isBetweenRecords(error)) return false;
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

function wentBack(position: string): LedgerCorrupted {
  return new LedgerCorrupted(
    `the log holds no event at ${position}, where reading had come: an older backup was restored, or this is another log`,
  );
}
