import type { LogMoment, LogMoments, LogQuestion } from './as-of.js';
import { streamName } from './envelope.js';
import type { Projection } from './projection.js';
import type { ProjectionRunner } from './projection-runner.js';
import type { ReadStore, Selection, ViewRow } from './read-store.js';

/** The asking side of the read models: every question names its moment. */
export class Views {
  constructor(
    private readonly readStore: ReadStore,
    private readonly moments: LogMoments,
    private readonly runner: ProjectionRunner,
  ) {}

  /** Resolves «as of» and «at least» once, for all parts of an answer. */
  at(question: LogQuestion): Promise<LogMoment> {
    return this.moments.resolve(question);
  }

  /** One row as it was true at that moment. */
  get<Row extends object>(
    projection: Projection<Row>,
    key: string,
    { ordinal }: LogMoment,
  ): Promise<ViewRow<Row> | undefined> {
    return this.runner.row(projection, key, ordinal);
  }

  /** Revision at which a stream stood at that moment; -1 before its first event. */
  revisionOf({ category }: { readonly category: string }, id: string, { ordinal }: LogMoment): Promise<number> {
    return this.runner.revisionAt(streamName(category, id), ordinal);
  }

  /** Rows that were true at that moment. */
  find<Row extends object>(
    projection: Projection<Row>,
    selection: Selection,
    { ordinal }: LogMoment,
  ): Promise<ViewRow<Row>[]> {
    return this.readStore.find(projection, selection, ordinal);
  }

  /** Changes whenever rows were folded anew: belongs into the key of whatever is kept of them. */
  get generation(): number {
    return this.runner.generation;
  }

  /** Whether a part of a projection (any part, where none is named) waits in quarantine: its answer is incomplete. */
  isIncomplete(projection: Projection, partition?: string): boolean {
    return this.runner.isAside(projection.name, partition);
  }
}
