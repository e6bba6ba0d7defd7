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
import { Steps, ViewWriter } from './view-writer.js';

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

/**
 * Read models in one SQLite file. They can always be rebuilt, so a commit need not wait for the disk. A thread writes
 * it; what a promise of a writing method says is done is seen by whatever is read afterwards.
 */
export class SqliteReadStore implements ReadStore {
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  private constructor(
    private readonly reader: Database.Database,
    private readonly writer: ViewWriter,
  ) {}

  static open(file: string): SqliteReadStore {
    const reader = new Database(file);
    reader.pragma('journal_mode = WAL');
    reader.pragma('cache_size = -65536');
    reader.exec(PLATFORM_TABLES);
    reader.pragma('query_only = ON');
    return new SqliteReadStore(reader, ViewWriter.over(file));
  }

  async prepare(projections: readonly Projection[]): Promise<Map<string, Checkpoint>> {
    const steps = new Steps();
    for (const projection of projections) this.#prepareOne(steps, projection);
    if (steps.all.length > 0) await this.#write(steps);
    const rows = this.#all<{ name: string; ordinal: number; position: string | null; effective_at: string }>(
      'SELECT name, ordinal, position, effective_at FROM checkpoints',
    );
    return new Map(
      rows.map(({ name, ordinal, position, effective_at }) => [name, { ordinal, position, effectiveAt: effective_at }]),
    );
  }

  async shadow(projection: Projection): Promise<Projection> {
    const shadow = shadowOf(projection);
    const steps = new Steps();
    recreate(steps, shadow);
    await this.#write(steps);
    return shadow;
  }

  replace(projection: Projection, shadow: Projection): Promise<void> {
    const steps = new Steps();
    drop(steps, projection);
    steps.add(`ALTER TABLE ${tableOf(shadow)} RENAME TO ${tableOf(projection)}; ${createIndexes(projection)}`);
    for (const [table, column] of [
      ['checkpoints', 'name'],
      ['quarantine', 'projection'],
    ]) {
      steps.add(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, projection.name, shadow.name);
    }
    return this.#write(steps);
  }

  current(projection: Projection, keys: readonly string[]): Promise<Map<string, object>> {
    // One statement for all keys: each costs a look at what the other thread wrote meanwhile.
    const found = this.#all<{ key: string; body: string | null }>(
      `SELECT wanted.value AS key,
         (SELECT body FROM ${tableOf(projection)} WHERE key = wanted.value AND to_ordinal = ${STILL_TRUE}
          ORDER BY from_ordinal DESC LIMIT 1) AS body
       FROM json_each(?) AS wanted`,
      JSON.stringify(keys),
    );
    const rows = new Map<string, object>();
    for (const { key, body } of found) if (body !== null) rows.set(key, JSON.parse(body) as object);
    return Promise.resolve(rows);
  }

  async commit({ changes, log, quarantined, checkpoints, anew }: ReadCommit): Promise<void> {
    const steps = new Steps();
    if (anew) {
      const { projection, partition } = anew;
      steps.add(`DELETE FROM ${tableOf(projection)} WHERE partition = ?`, partition);
      steps.add('DELETE FROM quarantine WHERE projection = ? AND partition = ?', projection.name, partition);
    }
    for (const change of changes) addChange(steps, change);
    for (const { ordinal, position, effectiveAt, stream, revision } of log) {
      steps.add(
        'INSERT INTO log_index (ordinal, position, effective_at, stream, revision) VALUES (?, ?, ?, ?, ?)',
        ordinal,
        position,
        effectiveAt,
        stream,
        revision,
      );
    }
    for (const { projection, partition, ordinal, reason } of quarantined) {
      steps.add(
        'INSERT OR REPLACE INTO quarantine (projection, partition, ordinal, reason) VALUES (?, ?, ?, ?)',
        projection,
        partition,
        ordinal,
        reason,
      );
    }
    for (const [name, { ordinal, position, effectiveAt }] of checkpoints) {
      steps.add(
        `INSERT INTO checkpoints (name, version, ordinal, position, effective_at) VALUES (?, 0, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET ordinal = excluded.ordinal, position = excluded.position, effective_at = excluded.effective_at`,
        name,
        ordinal,
        position,
        effectiveAt,
      );
    }
    await this.writer.write(steps);
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

  /** Ends the writing thread, which closes last and so leaves one file without a write-ahead log. */
  close(): Promise<void> {
    this.reader.close();
    return this.writer.close();
  }

  #prepareOne(steps: Steps, projection: Projection): void {
    // What a rebuild had come to when its process ended.
    drop(steps, shadowOf(projection));
    const known = this.#all<{ version: number }>('SELECT version FROM checkpoints WHERE name = ?', projection.name)[0];
    if (known?.version === projection.version) return;
    recreate(steps, projection);
    steps.add(createIndexes(projection));
  }

  /** Writes steps that make or drop tables: nothing that was prepared before outlives them. */
  async #write(steps: Steps): Promise<void> {
    await this.writer.write(steps);
    this.#statements.clear();
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
    if (!statement) this.#statements.set(sql, (statement = this.reader.prepare<unknown[]>(sql)));
    return statement;
  }

  #all<Row>(sql: string, ...parameters: readonly unknown[]): Row[] {
    return this.#statement(sql).all(...parameters) as Row[];
  }
}

function recreate(steps: Steps, projection: Projection): void {
  drop(steps, projection);
  steps.add(createTable(projection));
  steps.add(
    "INSERT INTO checkpoints (name, version, ordinal, position, effective_at) VALUES (?, ?, -1, NULL, '')",
    projection.name,
    projection.version,
  );
}

function drop(steps: Steps, { name }: Projection): void {
  steps.add(`DROP TABLE IF EXISTS ${tableOf({ name })}`);
  steps.add('DELETE FROM quarantine WHERE projection = ?', name);
  steps.add('DELETE FROM checkpoints WHERE name = ?', name);
}

function addChange(steps: Steps, { projection, key, partition, ordinal, row, replaces }: RowChange): void {
  const table = tableOf(projection);
  // By the last version of the key: a row with a long past is ended as fast as one without.
  if (replaces)
    steps.add(
      `UPDATE ${table} SET to_ordinal = ? WHERE key = ? AND to_ordinal = ${STILL_TRUE}
       AND from_ordinal = (SELECT max(from_ordinal) FROM ${table} WHERE key = ?)`,
      ordinal,
      key,
      key,
    );
  if (row === null) return;
  const columns = Object.keys(projection.columns);
  const indexed = projection.indexed(row);
  steps.add(
    `INSERT INTO ${table} (key, from_ordinal, to_ordinal, partition, body${columns.map((name) => `, "${name}"`).join('')})
     VALUES (?, ?, ${STILL_TRUE}, ?, ?${', ?'.repeat(columns.length)})`,
    key,
    ordinal,
    partition,
    JSON.stringify(row),
    ...columns.map((name) => indexed[name] ?? null),
  );
}

function shadowOf(projection: Projection): Projection {
  return { ...projection, name: `${projection.name}_rebuilt` };
}

function viewRow<Row>({ key, from_ordinal, body }: BodyRow): ViewRow<Row> {
  return { key, from: from_ordinal, row: JSON.parse(body) as Row };
}
