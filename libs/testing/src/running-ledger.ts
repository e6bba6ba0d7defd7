import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Vault } from '@minutier/vault';

import { type EventStoreDbServer, eventStoreDbServer, freshPrefix } from './eventstoredb/event-store-db-server.js';
import { LedgerClient } from './ledger-client.js';
import { REPOSITORY } from './repository.js';

export type StoreKind = 'sqlite' | 'eventstoredb';

/** Who is there from the start: the vault knows them before the first request. */
export const CAST = {
  registrar: { name: 'Dominique LEFEVRE', roles: ['registrar'] },
  assessor: { name: 'Alix ROUSSEAU', roles: ['assessor'] },
  secondAssessor: { name: 'Sacha MOREAU', roles: ['assessor'] },
  tutor: { name: 'Maxime GIRARD', roles: ['company-tutor'] },
} as const;

export interface LedgerOptions {
  /** A built program that serves a ledger, below `dist`; the product's own where none is named. */
  readonly program?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const BUILT = join(REPOSITORY, 'dist');
const START_MAX_MS = 30_000;
const READY_POLL_MS = 20;
const STOP_MAX_MS = 15_000;

/**
 * The product in a process of its own, over a folder of its own: started as an institution starts it, spoken to over
 * HTTP, stopped as systemd or Ctrl-C stops it.
 */
export class RunningLedger {
  readonly cast = {} as Record<keyof typeof CAST, string>;
  readonly #prefix = freshPrefix();
  #folder: string | undefined;
  #server: EventStoreDbServer | undefined;
  #process: ChildProcess | undefined;
  #url = '';
  #output = '';

  constructor(
    readonly store: StoreKind,
    private readonly options: LedgerOptions = {},
  ) {}

  get url(): string {
    return this.#url;
  }

  /** The data folder. */
  get folder(): string {
    return this.#folder!;
  }

  /** Everything that the process wrote: standard output, and its log. */
  get output(): string {
    return this.#output;
  }

  /** What the stand-in for EventStoreDB keeps, as bytes; undefined on another store, or where a real server is spoken to. */
  get standInBytes(): Buffer | undefined {
    const records = this.#server?.standIn?.log.records;
    return records && Buffer.concat(records.flatMap(({ data, metadata }) => [data, metadata]));
  }

  /** A client who acts as one of the cast. */
  as(who: keyof typeof CAST): LedgerClient {
    return new LedgerClient(() => this.#url, this.cast[who], CAST[who].roles[0]);
  }

  /** Starts the process and waits until it is ready; the first time in a new folder, over an empty ledger. */
  async start(): Promise<void> {
    const isNew = this.#folder === undefined;
    this.#folder ??= await mkdtemp(join(tmpdir(), 'minutier-journey-'));
    if (this.store === 'eventstoredb') this.#server ??= await eventStoreDbServer();
    const program = join(BUILT, this.options.program ?? 'apps/api/src/main.js');
    const child = spawn(process.execPath, ['--enable-source-maps', program], {
      env: this.#environment(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#process = child;
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    this.#url = await addressOf(child, () => this.#output);
    if (isNew) await this.#registerCast(await this.#ready());
    else await this.#ready();
  }

  /** Asks the process to end, and sees that it ends well. */
  async stop(): Promise<void> {
    const child = this.#process!;
    this.#process = undefined;
    if (child.exitCode !== null) throw new Error(`the server had ended by itself:\n${this.#output}`);
    const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_MAX_MS);
    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    clearTimeout(tooLong);
    if (code !== 0) throw new Error(`the server ended with ${code ?? signal}:\n${this.#output}`);
  }

  /** Stops whatever runs and removes the folder. */
  async end(): Promise<void> {
    try {
      if (this.#process) await this.stop();
    } finally {
      await this.#server?.stop();
      if (this.#folder !== undefined) await rm(this.#folder, { recursive: true });
    }
  }

  /** Hands a message to the program, and waits for its answer; the product's own listens to none. */
  async tell(message: string): Promise<void> {
    const answered = once(this.#process!, 'message');
    this.#process!.send(message);
    await answered;
  }

  #environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      PORT: '0',
      MINUTIER_DATA: this.folder,
      STORE: this.store,
      ...(this.#server && {
        EVENTSTOREDB_URL: this.#server.connectionString,
        MINUTIER_STREAM_PREFIX: this.#prefix,
      }),
      ...this.options.settings,
    };
  }

  /** The ledger's id, once the server says that it is ready. */
  async #ready(): Promise<string> {
    for (const start = Date.now(); ;) {
      const answer = await fetch(`${this.#url}/health/ready`);
      const { ledger } = (await answer.json()) as { ledger: { id: string } };
      if (answer.ok) return ledger.id;
      if (Date.now() - start > START_MAX_MS) throw new Error(`the server is not ready:\n${this.#output}`);
      await pause(READY_POLL_MS);
    }
  }

  async #registerCast(ledgerId: string): Promise<void> {
    const vault = await Vault.open({
      file: join(this.folder, 'vault.sqlite'),
      masterKeyFile: join(this.folder, 'master.key'),
      ledgerId,
    });
    for (const who of Object.keys(CAST) as (keyof typeof CAST)[])
      this.cast[who] = (await vault.registerActor(CAST[who])).id;
    await vault.close();
  }
}

/** The address that a started server prints. */
function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}:\n${output()}`));
    const tooLong = setTimeout(() => fail('the server did not start in time'), START_MAX_MS);
    child.once('exit', (code) => fail(`the server ended with ${code} before it answered`));
    child.stdout!.on('data', () => {
      const address = /http:\/\/[\w.-]+:\d+/.exec(output().slice(output().lastIndexOf('answers on')))?.[0];
      if (address === undefined) return;
      clearTimeout(tooLong);
      resolve(address);
    });
  });
}
