import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import Database from 'better-sqlite3';

import { StoreUnavailable } from '@minutier/ledger';

import type { Parameter, Step, WriteOutcome, WriteRequest, WriterRequest } from './write-protocol.js';

/** Statements to be done in one transaction, in their order. */
export class Steps {
  readonly #numbers = new Map<string, number>();
  readonly all: Step[] = [];

  /** A statement with its parameters; one that makes or drops tables has none, and may be several. */
  add(sql: string, ...parameters: Parameter[]): void {
    let number = this.#numbers.get(sql);
    if (number === undefined) this.#numbers.set(sql, (number = this.#numbers.size));
    this.all.push([number, ...parameters]);
  }

  get statements(): string[] {
    return [...this.#numbers.keys()];
  }
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** The main thread's side of the thread that writes a file of read models. */
export class ViewWriter {
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;
  #fatal: Error | undefined;
  #closing = false;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (outcome: WriteOutcome) => this.#settle(outcome));
    worker.on('error', (error: Error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('it has ended')));
    worker.unref();
  }

  /** Starts the thread; a fault in opening the file is told by the first write. */
  static over(file: string): ViewWriter {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const script = new URL(`./write-worker.${extension}`, import.meta.url);
    return new ViewWriter(new Worker(script, { workerData: { file }, execArgv: [] }));
  }

  /** Resolves when all steps stand; rejects with SQLite's error where none does, with StoreUnavailable once the thread has ended. */
  write(steps: Steps): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#fatal || this.#closing) throw this.#ended();
      this.#requests += 1;
      const request: WriteRequest = { request: this.#requests, statements: steps.statements, steps: steps.all };
      this.worker.postMessage(request satisfies WriterRequest);
      // The thread keeps the process alive while, and only while, somebody waits for it.
      if (this.#waiting.size === 0) this.worker.ref();
      this.#waiting.set(request.request, { resolve, reject });
    });
  }

  /** Ends the thread once it has written what it was given. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    if (this.#fatal) return;
    const exited = once(this.worker, 'exit');
    this.worker.ref();
    this.worker.postMessage({ close: true } satisfies WriterRequest);
    await exited;
  }

  #settle({ request, fault }: WriteOutcome): void {
    const { resolve, reject } = this.#waiting.get(request)!;
    this.#waiting.delete(request);
    if (!fault) resolve();
    else
      reject(fault.code === undefined ? new Error(fault.message) : new Database.SqliteError(fault.message, fault.code));
    if (this.#waiting.size === 0 && !this.#closing) this.worker.unref();
  }

  #fail(error: Error): void {
    this.#fatal ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended());
    this.#waiting.clear();
  }

  #ended(): StoreUnavailable {
    return new StoreUnavailable('the thread that writes the read models has ended', { cause: this.#fatal });
  }
}
