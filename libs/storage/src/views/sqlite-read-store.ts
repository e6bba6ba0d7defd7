import Database from 'better-sqlite3';

import type {
  Checkpoint,
  LogEntry,
  Projection,
  Quarantine,
  ReadCommit,
  ReadStore,
  RowChange,
  Selection,
  ViewRow,
} from '@minutier/ledger';

import { selectionSql } from './selection-sql.js';
import { createIndexes, createTable, PLATFORM_TABLES, STILL_TRUE, tableOf } from './view-tables.js';

interface BodyRow {
  key: string;
  from_ordinal: number;
  body: string;
}

interface EntryRow {
  ordinal: number;
  position: string;
  effective_at: string;
  stream: string;
  revision: number;
}

/** Read models in one SQLite file. They can always be rebuilt, so a commit need not wait for the disk. */
export class SqliteReadStore implements ReadStore {
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  private constructor(private readonly database: Database.Database) {}

  static open(file: string): SqliteReadStore {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    // WAL at NORMAL stays consistent after a power cut; what was lost is folded again from the checkpoint.
    database.pragma('synchronous = NORMAL');
    database.pragma('cache_size = -65536');
    database.pragma('wal_autocheckpoint = 4000');
    database.exec(PLATFORM_TABLES);
    return new SqliteReadStore(database);
  }

  prepare(projections: readonly Projection[]): Promise<Map<string, Checkpoint>> {
    this.database.transaction(() => {
      for (const projection of projections) this.#prepareOne(projection);
    })();
    const rows = this.#all<{ name: string; ordinal: number; position: string | null; effective_at: string }>(
      'SELECT name, ordinal, position, effective_at FROM checkpoints',
    );
    return Promise.resolve(
      new Map(
        rows.map(({ name, ordinal, position, effective_at }) => [
          name,
          { ordinal, position, effectiveAt: effective_at },
        ]),
      ),
    );
  }

  shadow(projection: Projection): Promise<Projection> {
    const shadow = shadowOf(projection);
    this.database.transaction(() => this.#recreate(shadow))();
    return Promise.resolve(shadow);
  }

  replace(projection: Projection, shadow: Projection): Promise<void> {
    this.database.transaction(() => {
      this.#drop(projection);
      this.database.exec(
        `ALTER TABLE ${tableOf(shadow)} RENAME TO ${tableOf(projection)}; ${createIndexes(projection)}`,
      );
      for (const [table, column] of [
        ['checkpoints', 'name'],
        ['quarantine', 'projection'],
      ]) {
        this.#run(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, projection.name, shadow.name);
      }
    })();
    this.#statements.clear();
    return Promise.resolve();
  }

  current(projection: Projection, keys: readonly string[]): Promise<Map<string, object>> {
    const rows = new Map<string, object>();
    const statement = this.#statement(
      `SELECT body FROM ${tableOf(projection)} WHERE key = ? AND to_ordinal = ${STILL_TRUE} ORDER BY from_ordinal DESC LIMIT 1`,
    );
    for (const key of keys) {
      const found = statement.get(key) as { body: string } | undefined;
      if (found) rows.set(key, JSON.parse(found.body) as object);
    }
    return Promise.resolve(rows);
  }

  commit({ changes, log, quarantined, checkpoints, anew }: ReadCommit): Promise<void> {
    this.database.transaction(() => {
      if (anew) {
        const { projection, partition } = anew;
        this.#run(`DELETE FROM ${tableOf(projection)} WHERE partition = ?`, partition);
        this.#run('DELETE FROM quarantine WHERE projection = ? AND partition = ?', projection.name, partition);
      }
      for (const change of changes) this.#change(change);
      for (const { ordinal, position, effectiveAt, stream, revision } of log) {
        this.#run(
          'INSERT INTO log_index (ordinal, position, effective_at, stream, revision) VALUES (?, ?, ?, ?, ?)',
          ordinal,
          position,
          effectiveAt,
          stream,
          revision,
        );
      }
      for (const { projection, partition, ordinal, reason } of quarantined) {
        this.#run(
          'INSERT OR REPLACE INTO quarantine (projection, partition, ordinal, reason) VALUES (?, ?, ?, ?)',
          projection,
          partition,
          ordinal,
          reason,
        );
      }
      for (const [name, { ordinal, position, effectiveAt }] of checkpoints) {
        this.#run(
          `INSERT INTO checkpoints (name, version, ordinal, position, effective_at) VALUES (?, 0, ?, ?, ?)
           ON CONFLICT (name) DO UPDATE SET ordinal = excluded.ordinal, position = excluded.position, effective_at = excluded.effective_at`,
          name,
          ordinal,
          position,
          effectiveAt,
        );
      }
    })();
    return Promise.resolve();
  }

  quarantines(): Promise<Quarantine[]> {
    return Promise.resolve(
      this.#all<Quarantine>(
        'SELECT projection, partition, ordinal, reason FROM quarantine ORDER BY projection, partition',
      ),
    );
  }

  get<Row extends object>(projection: Projection<Row>, key: string, at: number): Promise<ViewRow<Row> | undefined> {
    const statement = this.#statement(
      `SELECT key, from_ordinal, body FROM ${tableOf(projection)} WHERE key = ? AND from_ordinal <= ? AND to_ordinal > ?
       ORDER BY from_ordinal DESC LIMIT 1`,
    );
    const found = statement.get(key, at, at) as BodyRow | undefined;
    return Promise.resolve(found && viewRow<Row>(found));
  }

  find<Row extends object>(projection: Projection<Row>, selection: Selection, at: number): Promise<ViewRow<Row>[]> {
    const { sql, parameters } = selectionSql(projection, selection, at);
    return Promise.resolve((this.#statement(sql).all(...parameters) as BodyRow[]).map((row) => viewRow<Row>(row)));
  }

  lastAt(instant: string): Promise<LogEntry | undefined> {
    return this.#entry('effective_at <= ? ORDER BY effective_at DESC, ordinal DESC LIMIT 1', instant);
  }

  revisionAt(stream: string, at: number): Promise<number | undefined> {
    const [found] = this.#all<{ revision: number }>(
      'SELECT revision FROM log_index WHERE stream = ? AND ordinal <= ? ORDER BY revision DESC LIMIT 1',
      stream,
      at,
    );
    return Promise.resolve(found?.revision);
  }

  entryOf(stream: string, revision: number): Promise<LogEntry | undefined> {
    return this.#entry('stream = ? AND revision = ?', stream, revision);
  }

  entry(ordinal: number): Promise<LogEntry | undefined> {
    return this.#entry('ordinal = ?', ordinal);
  }

  close(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }

  #prepareOne(projection: Projection): void {
    // What a rebuild had come to when its process ended.
    this.#drop(shadowOf(projection));
    const known = this.#all<{ version: number }>('SELECT version FROM checkpoints WHERE name = ?', projection.name)[0];
    if (known?.version === projection.version) return;
    this.#recreate(projection);
    this.database.exec(createIndexes(projection));
  }

  #recreate(projection: Projection): void {
    this.#drop(projection);
    this.database.exec(createTable(projection));
    this.#run(
      "INSERT INTO checkpoints (name, version, ordinal, position, effective_at) VALUES (?, ?, -1, NULL, '')",
      projection.name,
      projection.version,
    );
  }

  #drop({ name }: Projection): void {
    this.#statements.clear();
    this.database.exec(`DROP TABLE IF EXISTS ${tableOf({ name })}`);
    this.#run('DELETE FROM quarantine WHERE projection = ?', name);
    this.#run('DELETE FROM checkpoints WHERE name = ?', name);
  }

  #change({ projection, key, partition, ordinal, row, replaces }: RowChange): void {
    const table = tableOf(projection);
    // By the last version of the key: a row with a long past is ended as fast as one without.
    if (replaces)
      this.#run(
        `UPDATE ${table} SET to_ordinal = ? WHERE key = ? AND to_ordinal = ${STILL_TRUE}
       AND from_ordinal = (SELECT max(from_ordinal) FROM ${table} WHERE key = ?)`,
        ordinal,
        key,
        key,
      );
    if (row === null) return;
    const columns = Object.keys(projection.columns);
    const indexed = projection.indexed(row);
    this.#run(
      `INSERT INTO ${table} (key, from_ordinal, to_ordinal, partition, body${columns.map((name) => `, "${name}"`).join('')})
       VALUES (?, ?, ${STILL_TRUE}, ?, ?${', ?'.repeat(columns.length)})`,
      key,
      ordinal,
      partition,
      JSON.stringify(row),
      ...columns.map((name) => indexed[name] ?? null),
    );
  }

  #entry(condition: string, ...parameters: readonly unknown[]): Promise<LogEntry | undefined> {
    const [found] = this.#all<EntryRow>(
      `SELECT ordinal, position, effective_at, stream, revision FROM log_index WHERE ${condition}`,
      ...parameters,
    );
    if (!found) return Promise.resolve(undefined);
    const { ordinal, position, effective_at: effectiveAt, stream, revision } = found;
    return Promise.resolve({ ordinal, position, effectiveAt, stream, revision });
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare<unknown[]>(sql)));
    return statement;
  }

  #all<Row>(sql: string, ...parameters: readonly unknown[]): Row[] {
    return this.#statement(sql).all(...parameters) as Row[];
  }

  #run(sql: string, ...parameters: readonly unknown[]): void {
    this.#statement(sql).run(...parameters);
  }
}

function shadowOf(projection: Projection): Projection {
  return { ...projection, name: `${projection.name}_rebuilt` };
}

function viewRow<Row>({ key, from_ordinal, body }: BodyRow): ViewRow<Row> {
  return { key, from: from_ordinal, row: JSON.parse(body) as Row };
}
