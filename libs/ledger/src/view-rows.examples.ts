import { setTimeout as pause } from 'node:timers/promises';

import Database from 'better-sqlite3';

import type { ProjectionRunner } from './projection-runner.js';

/** A row of a view's table as it stands on the disk, columns and all. */
export type TableRow = Readonly<Record<string, string | number | null>> & {
  readonly key: string;
  readonly from_ordinal: number;
  readonly to_ordinal: number;
};

/** All rows of a view, past and present, read by a connection of its own. */
export function tableRows(viewsFile: string, name: string): TableRow[] {
  return onViews(viewsFile, (views) =>
    views.prepare<[], TableRow>(`SELECT * FROM view_${name} ORDER BY key, from_ordinal`).all(),
  );
}

/** Checkpoints as they stand on the disk, by name. */
export function storedCheckpoints(viewsFile: string): Record<string, number> {
  const rows = onViews(viewsFile, (views) =>
    views.prepare<[], { name: string; ordinal: number }>('SELECT name, ordinal FROM checkpoints').all(),
  );
  return Object.fromEntries(rows.map(({ name, ordinal }) => [name, ordinal]));
}

/** Changes the views from outside, as a fault of the disk or a hostile hand would. */
export function disturb(viewsFile: string, statements: string): void {
  onViews(viewsFile, (views) => views.exec(statements));
}

function onViews<Answer>(viewsFile: string, look: (views: Database.Database) => Answer): Answer {
  const views = new Database(viewsFile);
  try {
    return look(views);
  } finally {
    views.close();
  }
}

/** Resolves when all read models have come to an ordinal, through whatever stalls them. */
export function reached(runner: ProjectionRunner, ordinal: number): Promise<void> {
  return until(
    () => runner.ordinal >= ordinal && runner.status.stalled === undefined,
    () => `read models stand at ${runner.ordinal}, not at ${ordinal}: ${runner.status.stalled}`,
  );
}

/** Resolves to why nothing moves, as soon as the runner says so. */
export async function stalled(runner: { readonly status: { stalled: string | undefined } }): Promise<string> {
  await until(
    () => runner.status.stalled !== undefined,
    () => 'nothing stalls',
  );
  return runner.status.stalled!;
}

/** Looks until something holds; `otherwise` says what holds instead after 20 seconds. */
export async function until(holds: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(otherwise());
    await pause(2);
  }
}

/** What is wrong with the times of a view's rows: two at once, a gap without a deletion, a row of no duration. */
export function timeFaults(rows: readonly TableRow[], deletions: ReadonlyMap<string, readonly number[]>): string[] {
  return rows.flatMap(({ key, from_ordinal: from, to_ordinal: to }, index) => {
    if (to <= from) return [`${key} is true from ${from} to ${to}`];
    const next = rows[index + 1];
    if (next?.key !== key || to === next.from_ordinal) return [];
    if (to > next.from_ordinal) return [`${key} has two rows at ${next.from_ordinal}`];
    return deletions.get(key)?.includes(to) ? [] : [`${key} has no row from ${to} to ${next.from_ordinal}`];
  });
}
