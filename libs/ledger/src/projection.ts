import type { LoggedEvent } from './envelope.js';

/** Columns lifted out of a row's body, so that lists can be filtered and ordered by them. */
export type Columns = Readonly<Record<string, 'text' | 'integer'>>;

/**
 * A read model: rows kept with the ordinals between which they were true. Pure; the runner stores what it returns.
 * A change of `project`, `keysOf` or `columns` needs a new `version`: the rows are then rebuilt at the next start.
 */
export interface Projection<Row extends object = object> {
  /** Its table's name: letters and underscores. */
  readonly name: string;
  readonly version: number;
  /** The event types it reads; `all` for every type. */
  readonly reads: readonly string[] | 'all';
  readonly columns: Columns;
  /** Every event makes a row of its own, which never changes: nothing is looked up before it is written. */
  readonly appendOnly?: true;
  /** Values of the columns for a row. */
  indexed(row: Row): Readonly<Record<string, string | number | null>>;
  /** The rows that an event touches. */
  keysOf(event: LoggedEvent): readonly string[];
  /** What an event that fails to apply sets aside: that key's later events wait with it. */
  partitionOf(event: LoggedEvent): string;
  /** The row after the event, null to delete it; the same object where nothing changes. */
  project(row: Row | null, event: LoggedEvent, key: string): Row | null;
}

/** Declares a projection, its row type inferred. */
export function defineProjection<Row extends object>(projection: Projection<Row>): Projection<Row> {
  if (!/^[a-z_]+$/.test(projection.name)) throw new TypeError(`not a table's name: ${projection.name}`);
  return projection;
}

/** Whether a projection reads an event. */
export function reads(projection: Projection, event: LoggedEvent): boolean {
  return projection.reads === 'all' || projection.reads.includes(event.type);
}
