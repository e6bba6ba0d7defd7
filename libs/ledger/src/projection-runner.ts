import { LRUCache } from 'lru-cache';

import { LedgerCorrupted, UnknownEvent } from './errors.js';
import type { EventStore } from './event-store.js';
import { BEFORE_FIRST, type Checkpoint, followLog, type LoggedBatch, readLogFrom } from './log-follower.js';
import { partitionHistory } from './partition-history.js';
import { pauseUnlessAborted } from './pause.js';
import type { Projection } from './projection.js';
import { applyBatch } from './projection-batch.js';
import type { Quarantine, ReadStore, RowChange, ViewRow } from './read-store.js';
import { ShownRows } from './shown-rows.js';
import type { EventCatalogue } from './stream-definition.js';

/** The log index is kept with the rows, under a checkpoint of its own. */
const LOG_INDEX = 'log_index';
const CACHED_ROWS_MAX = 5_000;
const REPLAY_BATCH_SIZE = 1_000;
const RETRY_PAUSE_MAX_MS = 5_000;
/** A projection that nothing concerns writes its checkpoint this often only: events without effect are harmless to read again. */
const CHECKPOINT_EVERY = 256;

interface Running {
  readonly projection: Projection;
  readonly rows: LRUCache<string, object>;
  aside: Set<string>;
  checkpoint: Checkpoint;
  /** Ordinal of the checkpoint that is stored. */
  stored: number;
  rebuild: Promise<void> | undefined;
}

/** What a partition that is folded anew begins with. */
const NOTHING_STANDS: Pick<ReadStore, 'current'> = { current: () => Promise.resolve(new Map()) };

function asRunning(projection: Projection, checkpoint: Checkpoint): Running {
  const rows = new LRUCache<string, object>({ max: CACHED_ROWS_MAX });
  return { projection, rows, aside: new Set(), checkpoint, stored: checkpoint.ordinal, rebuild: undefined };
}

/** Feeds read models from the log: rows, log index and checkpoints of a batch commit in one transaction. */
export class ProjectionRunner {
  readonly #running = new Map<string, Running>();
  readonly #waiters = new Set<() => void>();
  readonly #shown: ShownRows;
  readonly #stop = new AbortController();
  #logIndex: Checkpoint = BEFORE_FIRST;
  #loop: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #generation = 0;
  #caughtUp = false;
  #stalled: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly readStore: ReadStore,
    private readonly catalogue: EventCatalogue,
    private readonly projections: readonly Projection[],
  ) {
    this.#shown = new ShownRows(readStore);
  }

  /** Prepares the tables and begins to follow; projections that are behind catch up as they go. */
  async start(): Promise<void> {
    const checkpoints = await this.readStore.prepare(this.projections);
    for (const projection of this.projections) {
      this.#running.set(projection.name, asRunning(projection, checkpoints.get(projection.name) ?? BEFORE_FIRST));
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
    // Where they cannot be written, the events are read again: it costs time, nothing else.
    await this.#exclusive(() => this.#storeCheckpoints()).catch(() => {});
    await Promise.allSettled([...this.#running.values()].flatMap(({ rebuild }) => rebuild ?? []));
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

  /** How often rows were folded anew: what was kept of them before counts no more. */
  get generation(): number {
    return this.#generation;
  }

  /** Ordinals by projection, for metrics. */
  get checkpoints(): ReadonlyMap<string, number> {
    return new Map([...this.#running].map(([name, { checkpoint }]) => [name, checkpoint.ordinal]));
  }

  /** A row as of an ordinal; one that is true now is kept in memory until an event changes it. */
  row<Row extends object>(projection: Projection<Row>, key: string, at: number): Promise<ViewRow<Row> | undefined> {
    const isNow = (): boolean => this.#running.get(projection.name)?.checkpoint.ordinal === at;
    return this.#shown.row(projection, key, at, isNow);
  }

  /** Revision at which a stream stood as of an ordinal; -1 before its first event. */
  revisionAt(stream: string, at: number): Promise<number> {
    return this.#shown.revisionAt(stream, at, () => this.#logIndex.ordinal === at);
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

  /**
   * Replays the log into a copy of a projection, which then takes its place: until that moment, and if anything fails,
   * the projection answers as before. Asked again meanwhile, it is the same rebuild.
   */
  rebuild(name: string, progress: (ordinal: number) => void = () => {}): Promise<void> {
    const running = this.#named(name);
    running.rebuild ??= this.#rebuild(running, progress).finally(() => (running.rebuild = undefined));
    return running.rebuild;
  }

  async #rebuild(running: Running, progress: (ordinal: number) => void): Promise<void> {
    const shadow = asRunning(await this.#exclusive(() => this.readStore.shadow(running.projection)), BEFORE_FIRST);
    for (let level = false; !level;) {
      for await (const batch of readLogFrom(this.store, this.catalogue, shadow.checkpoint, REPLAY_BATCH_SIZE)) {
        this.#stop.signal.throwIfAborted();
        await this.#exclusive(() => this.#commit([shadow], batch, false));
        progress(batch.checkpoint.ordinal);
      }
      // Looked at and replaced in one turn: no batch comes between the two.
      level = await this.#exclusive(async () => {
        if (shadow.checkpoint.ordinal < running.checkpoint.ordinal) return false;
        await this.readStore.replace(running.projection, shadow.projection);
        running.rows.clear();
        running.aside = shadow.aside;
        running.checkpoint = shadow.checkpoint;
        running.stored = shadow.stored;
        this.#shown.clear();
        this.#generation += 1;
        return true;
      });
    }
    this.#wake();
  }

  /** Folds a quarantined partition anew from its first event, at the ordinals that the events have; all of it or nothing. */
  async retry(name: string, partition: string): Promise<Quarantine[]> {
    const running = this.#named(name);
    const { projection } = running;
    const most = await partitionHistory(this.store, this.catalogue, projection, partition, BEFORE_FIRST);
    return this.#exclusive(async () => {
      const rest = await partitionHistory(this.store, this.catalogue, projection, partition, most.checkpoint);
      const events = [...most.events, ...rest.events].filter(({ ordinal }) => ordinal <= running.checkpoint.ordinal);
      const rows = new LRUCache<string, object>({ max: CACHED_ROWS_MAX });
      const applied = await applyBatch(projection, events, NOTHING_STANDS, rows, new Set());
      const anew = { projection, partition };
      // With the checkpoint, which may be stored no further than where the partition was last fed.
      const checkpoints = new Map([[name, running.checkpoint]]);
      await this.readStore.commit({ ...applied, anew, log: [], checkpoints });
      running.stored = running.checkpoint.ordinal;
      running.rows.clear();
      this.#shown.clear();
      this.#generation += 1;
      running.aside.delete(partition);
      for (const found of applied.quarantined) running.aside.add(found.partition);
      return applied.quarantined;
    });
  }

  #named(name: string): Running {
    const running = this.#running.get(name);
    if (!running) throw new RangeError(`no projection is called ${name}: ${[...this.#running.keys()].join(', ')}`);
    return running;
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
      if (batch.events.length > 0) {
        await this.#exclusive(() => this.#commit([...this.#running.values()], batch, true));
      }
      this.#caughtUp = batch.caughtUp;
      this.#stalled = undefined;
      this.#wake();
    }
  }

  /** Writes the checkpoints that moved without a change to their rows, so that the next start begins where this one ended. */
  async #storeCheckpoints(): Promise<void> {
    const moved = [...this.#running.values()].filter(({ checkpoint, stored }) => checkpoint.ordinal > stored);
    if (moved.length === 0) return;
    const checkpoints = new Map(moved.map(({ projection, checkpoint }) => [projection.name, checkpoint]));
    await this.readStore.commit({ changes: [], log: [], quarantined: [], checkpoints });
    for (const running of moved) running.stored = running.checkpoint.ordinal;
  }

  /** Applies a batch to projections, each from its own checkpoint on, and commits all of it at once. */
  async #commit(targets: readonly Running[], { events, checkpoint }: LoggedBatch, indexLog: boolean): Promise<void> {
    const changes: RowChange[] = [];
    const quarantined: Quarantine[] = [];
    const checkpoints = new Map<string, Checkpoint>();
    const log = indexLog ? events.filter(({ ordinal }) => ordinal > this.#logIndex.ordinal) : [];
    try {
      for (const { projection, rows, aside, stored, checkpoint: own } of targets) {
        if (own.ordinal >= checkpoint.ordinal) continue;
        const news = events.filter(({ ordinal }) => ordinal > own.ordinal);
        if (news[0]!.ordinal !== own.ordinal + 1) throw new LedgerCorrupted(`${projection.name} would skip events`);
        const applied = await applyBatch(projection, news, this.readStore, rows, aside);
        changes.push(...applied.changes);
        quarantined.push(...applied.quarantined);
        const touched = applied.changes.length + applied.quarantined.length > 0;
        if (touched || checkpoint.ordinal - stored >= CHECKPOINT_EVERY) checkpoints.set(projection.name, checkpoint);
      }
      if (log.length > 0) checkpoints.set(LOG_INDEX, checkpoint);
      await this.readStore.commit({ changes, log, quarantined, checkpoints });
    } catch (error) {
      // Rows in memory may be ahead of those that stand: they are read anew.
      for (const { rows } of targets) rows.clear();
      throw error;
    }
    this.#shown.committed(changes, log);
    for (const target of targets) {
      if (target.checkpoint.ordinal < checkpoint.ordinal) target.checkpoint = checkpoint;
      if (checkpoints.has(target.projection.name)) target.stored = checkpoint.ordinal;
      for (const { projection, partition } of quarantined)
        if (projection === target.projection.name) target.aside.add(partition);
    }
    if (log.length > 0) this.#logIndex = checkpoint;
  }

  #wake(): void {
    for (const waiter of this.#waiters) waiter();
  }
}
