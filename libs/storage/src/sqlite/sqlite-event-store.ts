import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';

import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import {
  canonicalAppend,
  type EventStore,
  type ExpectedRevision,
  type LogBatch,
  type NewEvent,
  pauseUnlessAborted,
  type ReadStreamOptions,
  RevisionConflict,
  type StoredEvent,
  StoreUnavailable,
  type StreamName,
} from '@minutier/ledger';

import type { AppendOutcome, AppendRequest, Durability, WorkerAnswer, WorkerRequest } from './append-protocol.js';
import { storeFault } from './faults.js';
import { type EventRow, storedEvent } from './event-row.js';
import { RecentEvents } from './recent-events.js';
import { takeWriterLock } from './writer-lock.js';

const BATCH_SIZE = 512;
const OUTBOX_MAX = 16;
const GATHER_MS = 5;
const KNOWN_HEADS_MAX = 100_000;
const RECENT_EVENTS_MAX = 2_000;
const COLUMNS = `s.name AS stream, e.revision, e.id, e.type, e.version, e.data, e.meta, e.ordinal`;

interface Waiting {
  readonly resolve: (revision: number) => void;
  readonly reject: (error: Error) => void;
  readonly append: AppendRequest;
}

/** The embedded log: one SQLite file in WAL mode, one writing process, a position is the event's ordinal. */
export class SqliteEventStore implements EventStore {
  readonly #committed = new EventEmitter();
  readonly #waiting = new Map<number, Waiting>();
  readonly #statements: ReturnType<typeof prepare>;
  readonly #heads = new LRUCache<string, number>({ max: KNOWN_HEADS_MAX });
  readonly #recent = new RecentEvents(RECENT_EVENTS_MAX);
  #outbox: AppendRequest[] = [];
  #requests = 0;
  #fatal: Error | undefined;
  #closing = false;

  private constructor(
    private readonly reader: Database.Database,
    private readonly worker: Worker,
    private readonly lock: { release: () => void },
    /** What the writing connection answered about itself when it was opened. */
    readonly durability: Durability,
  ) {
    this.#statements = prepare(reader);
    this.#committed.setMaxListeners(0);
    worker.on('message', (answer: WorkerAnswer) => {
      if ('outcomes' in answer) this.#settle(answer.outcomes);
    });
    worker.on('error', (error: Error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the writing thread has ended')));
    worker.unref();
  }

  /** Opens (or creates) the ledger's file. Throws LedgerInUse when another process writes it, LedgerCorrupted, StoreUnavailable. */
  static async open(file: string): Promise<SqliteEventStore> {
    const lock = takeWriterLock(file);
    try {
      const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
      const worker = new Worker(new URL(`./append-worker.${extension}`, import.meta.url), {
        workerData: { file, busyTimeoutMs: 5_000 },
        execArgv: [],
      });
      const [answer] = (await once(worker, 'message')) as [{ ready: Durability }];
      return new SqliteEventStore(await readerOf(file, worker), worker, lock, answer.ready);
    } catch (error) {
      lock.release();
      throw storeFault(error, `${file} cannot be opened as a ledger`);
    }
  }

  append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#fatal || this.#closing) throw new StoreUnavailable('the ledger is closed', { cause: this.#fatal });
      const append: AppendRequest = {
        request: (this.#requests += 1),
        stream,
        expected,
        events: canonicalAppend(events),
      };
      // The thread keeps the process alive while, and only while, somebody waits for it.
      if (this.#waiting.size === 0) this.worker.ref();
      this.#waiting.set(append.request, { resolve, reject, append });
      this.#outbox.push(append);
      // One message carries all that is asked within a turn of the event loop.
      if (this.#outbox.length === 1) setImmediate(() => this.#send());
      // A large turn goes in parts: the thread writes the first while the others are made.
      if (this.#outbox.length === OUTBOX_MAX) this.#send();
    });
  }

  readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<StoredEvent[]> {
    const { from = 0, direction = 'forwards', limit = -1 } = options;
    if (direction === 'backwards') return this.#read(() => this.#statements.streamBackwards.all(stream, limit));
    // This process is the file's only writer: what it has seen of a stream's end is its end.
    const head = this.#heads.get(stream);
    if (head !== undefined && from > head) return Promise.resolve([]);
    const last = from === head && limit === -1 ? this.#recent.at(stream, from) : undefined;
    if (last) return Promise.resolve([last]);
    return this.#read(() => {
      const rows = this.#statements.streamForwards.all(stream, from, limit);
      if (limit === -1) this.#sawHead(stream, rows.at(-1)?.revision ?? from - 1);
      return rows;
    });
  }

  readLog(after: string | null, limit: number): Promise<StoredEvent[]> {
    const ordinal = after === null ? -1 : Number(after);
    const recent = this.#recent.after(ordinal, limit);
    return recent ? Promise.resolve(recent) : this.#read(() => this.#statements.log.all(ordinal, limit));
  }

  async *subscribe(after: string | null, signal: AbortSignal): AsyncGenerator<LogBatch> {
    let position = after;
    while (!signal.aborted) {
      const news = this.#nextCommit(signal);
      try {
        const events = await this.readLog(position, BATCH_SIZE);
        const caughtUp = events.length < BATCH_SIZE;
        const given = performance.now();
        position = events.at(-1)?.position ?? position;
        yield { events, caughtUp };
        if (!caughtUp) continue;
        await news.happened;
        // Under load a follower is given what gathers within a few milliseconds at once, not commit by commit.
        await pauseUnlessAborted(Math.max(0, given + GATHER_MS - performance.now()), signal);
      } finally {
        news.forget();
      }
    }
  }

  countAfter(position: string | null, limit: number): Promise<number> {
    const { last } = this.#statements.last.get()!;
    return Promise.resolve(Math.min(limit, (last ?? -1) - (position === null ? -1 : Number(position))));
  }

  /** Copies the ledger as it stands now, online, to a new file that is whole and consistent. */
  async backup(file: string): Promise<void> {
    const source = new Database(this.reader.name, { readonly: true });
    try {
      // A copy begins again whenever the writer commits between two of its steps, so that beside a busy writer it would
      // never end: a transaction held open keeps the moment still.
      source.exec('BEGIN');
      source.prepare('SELECT 1 FROM events LIMIT 1').get();
      await source.backup(file);
    } finally {
      source.close();
    }
  }

  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    this.#send();
    const exited = once(this.worker, 'exit');
    this.worker.ref();
    this.worker.postMessage({ close: true } satisfies WorkerRequest);
    if (!this.#fatal) await exited;
    this.reader.close();
    foldWriteAheadLog(this.reader.name);
    this.lock.release();
    this.#committed.emit('commit');
  }

  async #read(rows: () => EventRow[]): Promise<StoredEvent[]> {
    try {
      return rows().map(storedEvent);
    } catch (error) {
      throw storeFault(error, "the ledger's file was not read");
    }
  }

  #sawHead(stream: string, revision: number): void {
    if (revision > (this.#heads.get(stream) ?? -2)) this.#heads.set(stream, revision);
  }

  #send(): void {
    if (this.#outbox.length === 0) return;
    this.worker.postMessage({ appends: this.#outbox } satisfies WorkerRequest);
    this.#outbox = [];
  }

  #settle(outcomes: readonly AppendOutcome[]): void {
    this.#committed.emit('commit');
    for (const outcome of outcomes) {
      const { resolve, reject, append } = this.#waiting.get(outcome.request)!;
      this.#waiting.delete(outcome.request);
      if ('revision' in outcome) {
        // A repeat says where its events stand, which need not be the stream's end.
        if (outcome.ordinal !== undefined) {
          this.#sawHead(append.stream, outcome.revision);
          this.#recent.add(rowsOf(append, outcome.revision, outcome.ordinal));
        }
        resolve(outcome.revision);
      } else if ('conflict' in outcome) reject(new RevisionConflict(append.stream, append.expected, outcome.conflict));
      else reject(storeFault(outcome.fault, "the ledger's file did not take the write"));
    }
    if (this.#waiting.size === 0 && !this.#closing) this.worker.unref();
  }

  #fail(error: Error): void {
    this.#fatal = error;
    for (const { reject } of this.#waiting.values()) {
      reject(new StoreUnavailable('the writing thread failed', { cause: error }));
    }
    this.#waiting.clear();
  }

  #nextCommit(signal: AbortSignal): { happened: Promise<void>; forget: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    this.#committed.once('commit', wake);
    signal.addEventListener('abort', wake, { once: true });
    const forget = (): void => {
      this.#committed.off('commit', wake);
      signal.removeEventListener('abort', wake);
    };
    return { happened: promise, forget };
  }
}

/**
 * Moves what the write-ahead log holds into the file, so that a stopped ledger is one file: the reader, which closes
 * last, cannot. Where it fails nothing is lost: the log stays beside the file and is read at the next opening.
 */
function foldWriteAheadLog(file: string): void {
  try {
    const database = new Database(file, { fileMustExist: true, timeout: 0 });
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
  } catch {
    return;
  }
}

function prepare(reader: Database.Database) {
  const events = 'FROM events e JOIN streams s ON s.number = e.stream';
  return {
    streamForwards: reader.prepare<[string, number, number], EventRow>(
      `SELECT ${COLUMNS} ${events} WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision LIMIT ?`,
    ),
    streamBackwards: reader.prepare<[string, number], EventRow>(
      `SELECT ${COLUMNS} ${events} WHERE s.name = ? ORDER BY e.revision DESC LIMIT ?`,
    ),
    log: reader.prepare<[number, number], EventRow>(
      `SELECT ${COLUMNS} ${events} WHERE e.ordinal > ? ORDER BY e.ordinal LIMIT ?`,
    ),
    last: reader.prepare<[], { last: number | null }>('SELECT max(ordinal) AS last FROM events'),
  };
}

/** The rows of an append as they stand in the file. */
function rowsOf({ stream, events }: AppendRequest, lastRevision: number, firstOrdinal: number): EventRow[] {
  const first = lastRevision - events.length + 1;
  return events.map((event, index) => ({ ...event, stream, revision: first + index, ordinal: firstOrdinal + index }));
}

/** Opens the reading side; where that fails the writing thread ends too, before the lock is given back. */
async function readerOf(file: string, worker: Worker): Promise<Database.Database> {
  try {
    return new Database(file, { readonly: true });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
