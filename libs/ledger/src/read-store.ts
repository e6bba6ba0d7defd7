import type { Checkpoint } from './log-follower.js';
import type { Projection } from './projection.js';

/** A row as it was true at some ordinal. */
export interface ViewRow<Row> {
  readonly key: string;
  /** Ordinal of the event that made it so. */
  readonly from: number;
  readonly row: Row;
}

/** One row's new truth from an ordinal on; null ends it. */
export interface RowChange {
  readonly projection: Projection;
  readonly key: string;
  readonly partition: string;
  readonly ordinal: number;
  readonly row: object | null;
  /** Whether a row stood under that key before. */
  readonly replaces: boolean;
}

/** A place in the log, for the index that answers «as of» and «at least». */
export interface LogEntry {
  readonly ordinal: number;
  readonly position: string;
  readonly effectiveAt: string;
  readonly stream: string;
  readonly revision: number;
}

/** A part of a projection that waits, since an event failed to apply to it. */
export interface Quarantine {
  readonly projection: string;
  readonly partition: string;
  /** Ordinal of the event that failed. */
  readonly ordinal: number;
  /** Class and code of the fault; never personal data. */
  readonly reason: string;
}

/** What one batch of events changes, committed whole or not at all. */
export interface ReadCommit {
  readonly changes: readonly RowChange[];
  readonly log: readonly LogEntry[];
  readonly quarantined: readonly Quarantine[];
  readonly checkpoints: ReadonlyMap<string, Checkpoint>;
  /** A partition that the changes fold anew: its former rows and its quarantine go first. */
  readonly anew?: { readonly projection: Projection; readonly partition: string };
}

/** Which rows of a list, in which order, from where. */
export interface Selection {
  /** Column = value, all of them. */
  readonly where?: Readonly<Record<string, string | number | null | undefined>>;
  /** Column to order by; the key breaks ties and is the default. */
  readonly orderBy?: string;
  readonly descending?: boolean;
  /** Rows after this one in that order. */
  readonly after?: { readonly value: string | number | null; readonly key: string };
  readonly limit?: number;
}

/** Where read models live. One process writes a projection at a time; commits are whole or nothing. */
export interface ReadStore {
  /** Creates what is missing; drops and recreates the rows of a projection whose version changed. Returns all checkpoints. */
  prepare(projections: readonly Projection[]): Promise<Map<string, Checkpoint>>;
  /** An empty copy beside a projection, to be filled from the first event on while the projection still answers. */
  shadow(projection: Projection): Promise<Projection>;
  /** Puts a shadow's rows, checkpoint and quarantine in the place of the projection's, whole or not at all. */
  replace(projection: Projection, shadow: Projection): Promise<void>;
  /** Rows that are true now, by key. */
  current(projection: Projection, keys: readonly string[]): Promise<Map<string, object>>;
  commit(commit: ReadCommit): Promise<void>;
  quarantines(): Promise<Quarantine[]>;
  get<Row extends object>(projection: Projection<Row>, key: string, at: number): Promise<ViewRow<Row> | undefined>;
  find<Row extends object>(projection: Projection<Row>, selection: Selection, at: number): Promise<ViewRow<Row>[]>;
  /** Last event whose effective time is not after an instant. */
  lastAt(instant: string): Promise<LogEntry | undefined>;
  /** Revision of a stream's last event whose ordinal is not after `at`. */
  revisionAt(stream: string, at: number): Promise<number | undefined>;
  entryOf(stream: string, revision: number): Promise<LogEntry | undefined>;
  entry(ordinal: number): Promise<LogEntry | undefined>;
  close(): Promise<void>;
}
