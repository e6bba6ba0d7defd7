/** Where a command writes: its result on standard output, everything else on standard error. */
export class Terminal {
  #lastProgressAt = Date.now();
  #pending = false;

  constructor(readonly json: boolean) {}

  /** The result: one JSON document with --json, else text for people. */
  result(value: unknown, text: () => string): void {
    this.endProgress();
    process.stdout.write(this.json ? `${JSON.stringify(value, null, 2)}\n` : `${text()}\n`);
  }

  /** A line of a story that goes on; with --json only the result is for standard output. */
  line(text: string): void {
    this.endProgress();
    (this.json ? process.stderr : process.stdout).write(`${text}\n`);
  }

  /** A remark beside the result. */
  note(text: string): void {
    this.endProgress();
    process.stderr.write(`${text}\n`);
  }

  /** How far long work has come: one line rewritten in place on a terminal, a line every two seconds elsewhere. */
  progress(text: string): void {
    const now = Date.now();
    if (process.stderr.isTTY) {
      if (now - this.#lastProgressAt < 80) return;
      process.stderr.write(`\r\u001b[K${text}`);
      this.#pending = true;
    } else {
      if (now - this.#lastProgressAt < 2_000) return;
      process.stderr.write(`${text}\n`);
    }
    this.#lastProgressAt = now;
  }

  endProgress(): void {
    if (this.#pending) process.stderr.write('\r\u001b[K');
    this.#pending = false;
  }
}
