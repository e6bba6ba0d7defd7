/**
 * Ends a process cleanly: on Ctrl-C or SIGTERM what was opened is closed, last opened first. A terminal's Ctrl-C may
 * arrive twice, once from the terminal and once passed on by npm, so the handlers stay.
 */
export class Stopping {
  readonly #closers: (() => Promise<unknown>)[] = [];
  readonly requested: Promise<void>;

  constructor() {
    this.requested = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
    });
  }

  /** To be done at the end, whatever the end. */
  atEnd(close: () => Promise<unknown>): void {
    this.#closers.push(close);
  }

  async end(): Promise<void> {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) await close();
  }
}
