import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { REPOSITORY } from '@minutier/testing';

const BUILT = join(REPOSITORY, 'dist', 'libs', 'storage', 'src');
const STORE = pathToFileURL(join(BUILT, 'index.js')).href;

/** What the program begins with: `append(count)` writes an append of so many events to a stream of its own. */
const BEGINNING = `
import { createInterface } from 'node:readline';
import { randomUUID } from 'node:crypto';
const { SqliteEventStore } = await import(${JSON.stringify(STORE)});
const say = (line) => process.stdout.write(line + '\\n');
const heard = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const meta = { commandId: 'c', commandDigest: 'd', correlationId: 'c', causationId: 'c', recordedAt: '2026-01-01T00:00:00.000Z',
  actor: { id: 'a', role: 'registrar', authentication: 'none' }, ledger: 'l' };
const events = (count, text = '') => Array.from({ length: count }, () =>
  ({ id: randomUUID(), type: 'CaseStudyAssessed', version: 1, data: { text }, meta }));
const append = (store, count, text) => store.append('candidacy-' + randomUUID(), 'absent', events(count, text));
`;

/** Another process at work on a ledger's file: the lines it says, and a way to talk to it. */
export class LedgerProcess {
  readonly #lines: AsyncIterator<string>;
  complaints = '';

  private constructor(readonly child: ChildProcess) {
    this.#lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    child.stderr!.on('data', (chunk: Buffer) => (this.complaints += chunk.toString()));
  }

  /** Runs a program in which `say`, `heard`, `append` and SqliteEventStore are known; `before` comes before node. */
  static start(program: string, before: readonly string[] = []): LedgerProcess {
    const command = [...before, process.execPath, '--input-type=module', '--eval', BEGINNING + program];
    return new LedgerProcess(spawn(command[0]!, command.slice(1), { env: { PATH: process.env['PATH'] } }));
  }

  async line(): Promise<string> {
    const next = await this.#lines.next();
    if (next.done) throw new Error(`the process ended: ${this.complaints}`);
    return next.value;
  }

  tell(line: string): void {
    this.child.stdin!.write(`${line}\n`);
  }

  /** Ends it by force, and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}
