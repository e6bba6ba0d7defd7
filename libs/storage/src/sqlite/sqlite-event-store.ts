import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';

import Database from 'better-sqlite3';

import {
  canonicalAppend,
  type EventMeta,
  type EventStore,
  type ExpectedRevision,
  type LogBatch,
  type NewEvent,
  type ReadStreamOptions,
  RevisionConflict,
  type StoredEvent,
  StoreUnavailable,
  type StreamName,
} from '@minutier/ledger';

import type { AppendOutcome, AppendRequest, WorkerAnswer, WorkerRequest } from './append-protocol.js';
import { takeWriterLock } from './writer-lock.js';

const BATCH_SIZE = 512;
const COLUMNS = `s.name AS stream, e.revision, e.id, e.type, e.version, e.data, e.meta, e.ordinal`;

interface EventRow {
  stream: string;
  revision: number;
  id: string;
  type: string;
  version: number;
  data: string;
  meta: string;
  ordinal: number;
}

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
  #outbox: AppendRequest[] = [];
  #requests = 0;
  #fatal: Error | undefined;
  #closing = false;

  private constructor(
    private readonly reader: Database.Database,
    private readonly worker: Worker,
    private readonly lock: { release: () => void },
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

  /** Opens (or creates) the ledger's file. Throws LedgerInUse when another process writes it. */
  static async open(file: string): Promise<SqliteEventStore> {
    const lock = takeWriterLock(file);
    try {
      const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
      const worker = new Worker(new URL(`./append-worker.${extension}`, import.meta.url), {
        workerData: { file, busyTimeoutMs: 5_000 },
        execArgv: [],
      });
      await once(worker, 'message');
      return new SqliteEventStore(new Database(file, { readonly: true }), worker, lock);
    } catch (error) {
      lock.release();
      throw error;
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
      if (this.#outbox.length === 1) queueMicrotask(() => this.#send());
    });
  }

  readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<StoredEvent[]> {
    const { from = 0, direction = 'forwards', limit = -1 } = options;
    const rows =
      direction === 'forwards'
        ? this.#statements.streamForwards.all(stream, from, limit)
        : this.#statements.streamBackwards.all(stream, limit);
    return Promise.resolve(rows.map(storedEvent));
  }

  readLog(after: string | null, limit: number): Promise<StoredEvent[]> {
    return Promise.resolve(this.#statements.log.all(after === null ? -1 : Number(after), limit).map(storedEvent));
  }

  async *subscribe(after: string | null, signal: AbortSignal): AsyncGenerator<LogBatch> {
    let position = after;
    while (!signal.aborted) {
      const news = this.#nextCommit(signal);
      const events = await this.readLog(position, BATCH_SIZE);
      const caughtUp = events.length < BATCH_SIZE;
      position = events.at(-1)?.position ?? position;
      yield { events, caughtUp };
      if (caughtUp) await news.happened;
      news.forget();
    }
  }

  countAfter(position: string | null, limit: number): Promise<number> {
    const { last } = this.#statements.last.get()!;
    return Promise.resolve(Math.min(limit, (last ?? -1) - (position === null ? -1 : Number(position))));
  }

  /** Copies the ledger, online, to a new file that is whole and consistent. */
  async backup(file: string): Promise<void> {
    await this.reader.backup(file);
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
    this.lock.release();
    this.#committed.emit('commit');
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
      if ('revision' in outcome) resolve(outcome.revision);
      else if ('conflict' in outcome) reject(new RevisionConflict(append.stream, append.expected, outcome.conflict));
      else reject(new StoreUnavailable(`the ledger's file did not take the write: ${outcome.fault}`));
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

function storedEvent({ stream, revision, id, type, version, data, meta, ordinal }: EventRow): StoredEvent {
  return {
    id,
    stream: stream as StreamName,
    revision,
    type,
    version,
    data: JSON.parse(data) as object,
    meta: JSON.parse(meta) as EventMeta,
    position: String(ordinal),
  };
}
