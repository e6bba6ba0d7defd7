import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import Database from 'better-sqlite3';

import { LedgerCorrupted, StoreUnavailable } from '@minutier/ledger';

import { VaultRefused } from './faults.js';
import { syncFolder } from './folder-sync.js';

const FORMAT = 2;
const BUSY_TIMEOUT_MS = 5_000;
const LOG_WAIT_MAX_MS = 2_000;
const LOG_RETRY_MS = 20;

/**
 * Wrapped keys stand in a table of their own, in the order of their making and always of the same length: SQLite then
 * appends them, never moves one between pages, and overwrites one where it stands. No forgotten copy can outlive it.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS vault (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    ledger_id TEXT NOT NULL,
    check_value TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS keys (
    number INTEGER PRIMARY KEY,
    key_id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL,
    key_class TEXT NOT NULL,
    destroyed_at TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS keys_by_person ON keys (person_id, key_class);
  CREATE UNIQUE INDEX IF NOT EXISTS one_live_key ON keys (person_id, key_class) WHERE destroyed_at IS NULL;
  CREATE TABLE IF NOT EXISTS wrapped_keys (number INTEGER PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS identities (
    person_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    identity TEXT,
    contact TEXT,
    commitment TEXT NOT NULL,
    PRIMARY KEY (person_id, version)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS identity_drafts (
    number INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    identity TEXT NOT NULL,
    contact TEXT,
    commitment TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS drafts_by_person ON identity_drafts (person_id, version);
  CREATE TABLE IF NOT EXISTS actors (id TEXT PRIMARY KEY, sealed_name TEXT NOT NULL, roles TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${FORMAT};
`;

/** The vault's SQLite file. One process writes it; what another one did to it is noticed all the same. */
export class VaultFile {
  readonly #version: Database.Statement<[], number>;
  readonly #onChangeElsewhere: (() => void)[] = [];
  #seenVersion: number;

  private constructor(readonly database: Database.Database) {
    this.#version = database.prepare<[], number>('PRAGMA data_version').pluck();
    this.#seenVersion = this.#version.get()!;
  }

  /** Opens (or creates, for its owner only) the file. Throws VaultRefused when a later version of Minutier wrote it. */
  static async open(file: string): Promise<VaultFile> {
    const created = await open(file, 'a', 0o600);
    await created.close();
    await syncFolder(dirname(file));
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      database.pragma('journal_mode = WAL');
      // A reopened WAL file starts at NORMAL, which may lose a key that an event already uses: FULL at every open.
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = ON');
      database.pragma('temp_store = MEMORY');
      const format = database.pragma('user_version', { simple: true }) as number;
      if (format > FORMAT)
        throw new VaultRefused(`a later version of Minutier wrote the vault ${file}: upgrade this one`);
      if (format < FORMAT) database.transaction(() => database.exec(TABLES)).immediate();
      return new VaultFile(database);
    } catch (error) {
      database.close();
      throw asFault(error);
    }
  }

  /** Asks to be told when another connection changed the file: what was cached may have been destroyed. */
  onChangeElsewhere(forget: () => void): void {
    this.#onChangeElsewhere.push(forget);
  }

  /** Runs some work on the file and tells its faults in the ledger's words. */
  answer<Answer>(work: () => Answer | Promise<Answer>): Promise<Answer> {
    return new Promise((resolve) => {
      resolve(this.#guarded(work));
    });
  }

  /** Writes all or nothing; what it wrote is on the disk when it returns. */
  write<Answer>(work: () => Answer): Answer {
    return this.#guarded(() => this.database.transaction(work).immediate());
  }

  /**
   * Moves the log into the file and cuts the log to nothing, so that no former page is left to read. Throws
   * StoreUnavailable while another reader holds the log for long; the same call may be made again.
   */
  async truncateLog(): Promise<void> {
    for (const start = Date.now(); !this.#guarded(() => this.#logIsCut()); await setTimeout(LOG_RETRY_MS)) {
      if (Date.now() - start > LOG_WAIT_MAX_MS) {
        throw new StoreUnavailable("the vault's log is being read: it could not be cut");
      }
    }
  }

  /** Tries without waiting: SQLite would wait on the main thread. */
  #logIsCut(): boolean {
    this.database.pragma('busy_timeout = 0');
    try {
      const [result] = this.database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return result?.busy === 0;
    } finally {
      this.database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
  }

  #guarded<Answer>(work: () => Answer): Answer {
    if (!this.database.open) throw new StoreUnavailable('the vault is closed');
    try {
      const version = this.#version.get()!;
      if (version !== this.#seenVersion) {
        this.#seenVersion = version;
        for (const forget of this.#onChangeElsewhere) forget();
      }
      return work();
    } catch (error) {
      throw asFault(error);
    }
  }
}

/** SQLite's errors in the ledger's words; known by their code, since a module loaded twice has two error classes. */
function asFault(error: unknown): unknown {
  const { code = '', message } = error as { code?: string; message: string };
  if (/^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)/.test(code)) {
    return new StoreUnavailable(`the vault's file cannot be used: ${message}`, { cause: error });
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new LedgerCorrupted(`the vault's file is damaged: ${message}`, { cause: error });
  }
  return error;
}
