import type { EvaluationEvent, GroupWorkLineRefused } from '@minutier/candidacy';
import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import { type GroupWorkEvent, groupWorkTypes } from '../groupwork.events.js';
import { type GroupWork, type GroupWorkLine, groupWorkStream } from '../groupwork.state.js';

type Assessed = Extract<GroupWork, { status: 'assessed' }>;

/** Where a line stands: on its way, in the member's file, or refused there. */
export interface FollowedLine extends GroupWorkLine {
  readonly standing: 'pending' | 'recorded' | 'refused';
}

export type GroupWorkRow = Omit<Assessed, 'lines'> & { readonly lines: readonly FollowedLine[] };

/** One row per work of a group: its lines, and what became of each in its member's file. */
export const groupWorks = defineProjection<GroupWorkRow>({
  name: 'group_works',
  version: 1,
  reads: [...Object.keys(groupWorkTypes), 'RolePlayAssessed', 'GroupWorkLineRefused'],
  columns: { cohortId: 'text' },
  indexed: ({ cohortId }) => ({ cohortId }),
  keysOf: (event) => {
    const followed = lineOf(event);
    if (followed) return [followed.groupWorkId];
    return isOurs(event) ? [splitStreamName(event.stream).id] : [];
  },
  partitionOf: (event) => lineOf(event)?.groupWorkId ?? splitStreamName(event.stream).id,
  project(row, event) {
    const followed = lineOf(event);
    if (followed) return row && withLine(row, followed);
    const before: GroupWork = row ?? groupWorkStream.initial;
    const after = groupWorkStream.evolve(before, event as unknown as GroupWorkEvent) as Assessed;
    const standings = new Map(row?.lines.map(({ line, standing }) => [line, standing]));
    return {
      ...after,
      lines: after.lines.map((line) => ({ ...line, standing: standings.get(line.line) ?? 'pending' })),
    };
  },
});

function isOurs({ type }: LoggedEvent): boolean {
  return type in groupWorkTypes;
}

interface Followed {
  readonly groupWorkId: string;
  readonly line: number;
  readonly standing: 'recorded' | 'refused';
  readonly refused: string | null;
}

/** What an event in a member's file says of a line; undefined where it is about none. */
function lineOf({ type, data }: LoggedEvent): Followed | undefined {
  if (type === 'GroupWorkLineRefused') {
    const { groupWorkId, line, refused } = data as GroupWorkLineRefused['data'];
    return { groupWorkId, line, standing: 'refused', refused };
  }
  if (type !== 'RolePlayAssessed') return undefined;
  const { origin } = data as EvaluationEvent['data'];
  return origin?.kind === 'group-work'
    ? { groupWorkId: origin.id, line: origin.line, standing: 'recorded', refused: null }
    : undefined;
}

function withLine(row: GroupWorkRow, { line: number, standing, refused }: Followed): GroupWorkRow {
  return { ...row, lines: row.lines.map((line) => (line.line === number ? { ...line, standing, refused } : line)) };
}
