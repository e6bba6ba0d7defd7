import type { Projection } from '@minutier/ledger';

/** `to_ordinal` of a row that is still true. */
export const STILL_TRUE = Number.MAX_SAFE_INTEGER;

/** The table of a projection. */
export function tableOf(projection: { readonly name: string }): string {
  return `view_${projection.name}`;
}

/** Tables that every read store has, whatever the projections. */
export const PLATFORM_TABLES = `
  CREATE TABLE IF NOT EXISTS checkpoints (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    position TEXT,
    effective_at TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS log_index (
    ordinal INTEGER PRIMARY KEY,
    position TEXT NOT NULL,
    effective_at TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS log_index_by_stream ON log_index (stream, revision);
  CREATE INDEX IF NOT EXISTS log_index_by_time ON log_index (effective_at, ordinal);
  CREATE TABLE IF NOT EXISTS quarantine (
    projection TEXT NOT NULL,
    partition TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (projection, partition)
  );
`;

/**
 * Creates a projection's table: rows with the ordinals from and to between which they are true. Bodies stand in the order
 * in which they were written, and only small indexes are touched at random: keys are mostly uuids.
 */
export function createTable(projection: Projection): string {
  const columns = Object.entries(projection.columns);
  return `
    CREATE TABLE ${tableOf(projection)} (
      key TEXT NOT NULL,
      from_ordinal INTEGER NOT NULL,
      to_ordinal INTEGER NOT NULL,
      partition TEXT NOT NULL,
      body TEXT NOT NULL,
      ${columns.map(([name, type]) => `"${name}" ${type.toUpperCase()},`).join('\n      ')}
      PRIMARY KEY (key, from_ordinal)
    );
  `;
}

/**
 * One index per column; apart from the table, since a rebuild fills it faster without them. Where rows are only added,
 * all of them stand: an index in the order of the keys gives a page without sorting everything that matches.
 */
export function createIndexes(projection: Projection): string {
  const table = tableOf(projection);
  return Object.keys(projection.columns)
    .map(
      (name) =>
        `CREATE INDEX ${table}_by_${name.toLowerCase()} ON ${table} ("${name}", ${projection.appendOnly ? 'key' : 'to_ordinal'});`,
    )
    .join('\n');
}
