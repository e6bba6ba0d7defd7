import { LRUCache } from 'lru-cache';

import type { LoggedEvent } from './envelope.js';
import { LedgerCorrupted, UnknownEvent } from './errors.js';
import type { EventStore } from './event-store.js';
import { BEFORE_FIRST, type Checkpoint, followLog, type LoggedBatch, readLogFrom } from './log-follower.js';
import { pauseUnlessAborted } from './pause.js';
import { type Projection, reads } from './projection.js';
import { applyBatch } from './projection-batch.js';
import type { Quarantine, ReadStore, RowChange } from './read-store.js';
import type { EventCatalogue } from './stream-definition.js';

/** The log index is kept with the rows, under a checkpoint of its own. */
const LOG_INDEX = 'log_index';
const CACHED_ROWS_MAX = 5_000;
const REPLAY_BATCH_SIZE = 1_000;
const RETRY_PAUSE_MAX_MS = 5_000;

interface Running {
  readonly projection: Projection;
  readonly rows: LRUCache<string, object>;
  readonly aside: Set<string>;
  checkpoint: Checkpoint;
}

/** Feeds read models from the log: rows, log index and checkpoints of a batch commit in one transaction. */
export class ProjectionRunner {
  readonly #running = new Map<string, Running>();
  readonly #waiters = new Set<() => void>();
  readonly #stop = new AbortController();
  #logIndex: Checkpoint = BEFORE_FIRST;
  #loop: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #caughtUp = false;
  #stalled: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly readStore: ReadStore,
    private readonly catalogue: EventCatalogue,
    private readonly projections: readonly Projection[],
  ) {}

  /** Prepares the tables and begins to follow; projections that are behind catch up as they go. */
  async start(): Promise<void> {
    const checkpoints = await this.readStore.prepare(this.projections);
    for (const projection of this.projections) {
      const checkpoint = checkpoints.get(projection.name) ?? BEFORE_FIRST;
      this.#running.set(projection.name, {
        projection,
        checkpoint,
        rows: new LRUCache<string, object>({ max: CACHED_ROWS_MAX }),
        aside: new Set(),
      });
    }
    this.#logIndex = checkpoints.get(LOG_INDEX) ?? BEFORE_FIRST;
    for (const { projection, partition } of await this.readStore.quarantines()) {
      this.#running.get(projection)?.aside.add(partition);
    }
    this.#loop = this.#followThroughFaults();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    this.#wake();
  }

  /** The ordinal up to which all read models agree. */
  get ordinal(): number {
    return this.#position().ordinal;
  }

  /** For health and metrics. `stalled` says why nothing moves any more: this process is too old, or a store failed. */
  get status(): {
    ordinal: number;
    effectiveAt: string;
    position: string | null;
    caughtUp: boolean;
    stalled: string | undefined;
  } {
    const { ordinal, effectiveAt, position } = this.#position();
    return { ordinal, effectiveAt, position, caughtUp: this.#caughtUp, stalled: this.#stalled };
  }

  /** Ordinals by projection, for metrics. */
  get checkpoints(): ReadonlyMap<string, number> {
    return new Map([...this.#running].map(([name, { checkpoint }]) => [name, checkpoint.ordinal]));
  }

  /** Whether a partition, or any where none is named, waits in quarantine. */
  isAside(name: string, partition?: string): boolean {
    const aside = this.#running.get(name)?.aside;
    return partition === undefined ? (aside?.size ?? 0) > 0 : aside?.has(partition) === true;
  }

  /** Resolves to true once `reached()` holds, or to false after `timeoutMs` or a stall. */
  async waitUntil(reached: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      // Registered before the look, so that what happens during the look is not missed.
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiters.add(resolve);
      const timer = setTimeout(resolve, Math.max(0, deadline - Date.now()));
      try {
        if (await reached()) return true;
        if (Date.now() >= deadline || this.#stalled !== undefined || this.#stop.signal.aborted) return false;
        await promise;
      } finally {
        clearTimeout(timer);
        this.#waiters.delete(resolve);
      }
    }
  }

  /** Drops a projection's rows and replays the log into it, while the others go on. */
  async rebuild(name: string, progress: (ordinal: number) => void = () => {}): Promise<void> {
    const running = this.#named(name);
    await this.#exclusive(async () => {
      this.#running.delete(name);
      await this.readStore.reset(running.projection);
      this.#restart(running);
    });
    try {
      for (let behind = true; behind;) {
        for await (const batch of readLogFrom(this.store, this.catalogue, running.checkpoint, REPLAY_BATCH_SIZE)) {
          await this.#exclusive(() => this.#commit([running], batch, false));
          progress(batch.checkpoint.ordinal);
        }
        behind = await this.#exclusive(() => Promise.resolve(running.checkpoint.ordinal < this.#position().ordinal));
      }
    } finally {
      await this.#exclusive(async () => {
        this.#running.set(name, running);
      });
    }
  }

  /** Folds a quarantined partition anew from its first event, at the ordinals that the events have. */
  async retry(name: string, partition: string): Promise<Quarantine[]> {
    const running = this.#named(name);
    return this.#exclusive(async () => {
      const end = running.checkpoint;
      await this.readStore.resetPartition(running.projection, partition);
      running.aside.delete(partition);
      running.rows.clear();
      const quarantined: Quarantine[] = [];
      for await (const { events } of readLogFrom(this.store, this.catalogue, BEFORE_FIRST, REPLAY_BATCH_SIZE)) {
        const mine = events.filter(
          (event) => event.ordinal <= end.ordinal && partitionIs(running.projection, event, partition),
        );
        const applied = await applyBatch(running.projection, mine, this.readStore, running.rows, running.aside);
        for (const found of applied.quarantined) running.aside.add(found.partition);
        quarantined.push(...applied.quarantined);
        await this.readStore.commit({ ...applied, log: [], checkpoints: new Map() });
      }
      return quarantined;
    });
  }

  #named(name: string): Running {
    const running = this.#running.get(name);
    if (!running) throw new RangeError(`no projection is called ${name}: ${[...this.#running.keys()].join(', ')}`);
    return running;
  }

  #restart(running: Running): void {
    running.checkpoint = BEFORE_FIRST;
    running.rows.clear();
    running.aside.clear();
  }

  /** Work on the read store, one piece at a time: following, rebuilding and retrying never interleave. */
  #exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  #position(): Checkpoint {
    let lowest = this.#logIndex;
    for (const { checkpoint } of this.#running.values()) if (checkpoint.ordinal < lowest.ordinal) lowest = checkpoint;
    return lowest;
  }

  /** A fault of a store is tried again from the checkpoint; an event that this process does not know stops it for good. */
  async #followThroughFaults(): Promise<void> {
    for (let attempt = 1; !this.#stop.signal.aborted; attempt += 1) {
      const before = this.ordinal;
      try {
        await this.#follow();
      } catch (error) {
        if (this.ordinal > before) attempt = 1;
        this.#caughtUp = false;
        this.#stalled = error instanceof Error ? error.message : String(error);
        this.#wake();
        if (error instanceof UnknownEvent || error instanceof LedgerCorrupted) return;
        await pauseUnlessAborted(Math.min(RETRY_PAUSE_MAX_MS, 50 * 2 ** attempt), this.#stop.signal);
      }
    }
  }

  async #follow(): Promise<void> {
    for await (const batch of followLog(this.store, this.catalogue, this.#position(), this.#stop.signal)) {
      this.#caughtUp = batch.caughtUp;
      this.#stalled = undefined;
      if (batch.events.length > 0) {
        await this.#exclusive(() => this.#commit([...this.#running.values()], batch, true));
      }
      this.#wake();
    }
  }

  /** Applies a batch to projections, each from its own checkpoint on, and commits all of it at once. */
  async #commit(targets: readonly Running[], { events, checkpoint }: LoggedBatch, indexLog: boolean): Promise<void> {
    const changes: RowChange[] = [];
    const quarantined: Quarantine[] = [];
    const checkpoints = new Map<string, Checkpoint>();
    for (const { projection, rows, aside, checkpoint: own } of targets) {
      if (own.ordinal >= checkpoint.ordinal) continue;
      const news =
        own.ordinal < (events[0]?.ordinal ?? 0) ? events : events.filter(({ ordinal }) => ordinal > own.ordinal);
      const applied = await applyBatch(projection, news, this.readStore, rows, aside);
      changes.push(...applied.changes);
      quarantined.push(...applied.quarantined);
      checkpoints.set(projection.name, checkpoint);
    }
    const log = indexLog ? events.filter(({ ordinal }) => ordinal > this.#logIndex.ordinal) : [];
    if (log.length > 0) checkpoints.set(LOG_INDEX, checkpoint);
    try {
      await this.readStore.commit({ changes, log, quarantined, checkpoints });
    } catch (error) {
      for (const { rows } of targets) rows.clear();
      throw error;
    }
    for (const target of targets) {
      if (!checkpoints.has(target.projection.name)) continue;
      target.checkpoint = checkpoint;
      for (const { projection, partition } of quarantined)
        if (projection === target.projection.name) target.aside.add(partition);
    }
    if (log.length > 0) this.#logIndex = checkpoint;
  }

  #wake(): void {
    for (const waiter of this.#waiters) waiter();
  }
}

function partitionIs(projection: Projection, event: LoggedEvent, partition: string): boolean {
  return reads(projection, event) && projection.partitionOf(event) === partition;
}
