import {
  type EvaluationEvent,
  type EvaluationVoided,
  type GroupWorkLineRefused,
  KIND_OF,
  type RefusalSettled,
  type VoidingRefused,
} from '@minutier/candidacy';
import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import { type GroupWorkEvent, groupWorkTypes } from '../groupwork.events.js';
import { type AssessedGroupWork, type GroupWork, type GroupWorkLine, groupWorkStream } from '../groupwork.state.js';

/**
 * Where a line stands: on its way to the member's file or out of it, in it, refused there (the line, or where it is to
 * be voided its voiding), settled by a person, or voided.
 */
type Standing = 'pending' | 'recorded' | 'refused' | 'settled' | 'voided';

export interface FollowedLine extends GroupWorkLine {
  readonly standing: Standing;
  /** By which id the mark stands in the member's file; null where it never did. */
  readonly evaluationId: string | null;
}

type Followed<Work> = Work extends AssessedGroupWork
  ? Omit<Work, 'lines'> & { readonly lines: readonly FollowedLine[] }
  : never;
export type GroupWorkRow = Followed<AssessedGroupWork>;

/** One row per work of a group: its lines, and what became of each in its member's file. */
export const groupWorks = defineProjection<GroupWorkRow>({
  name: 'group_works',
  version: 2,
  reads: [
    ...Object.keys(groupWorkTypes),
    ...Object.keys(KIND_OF),
    'GroupWorkLineRefused',
    'EvaluationVoided',
    'VoidingRefused',
    'RefusalSettled',
  ],
  columns: { cohortId: 'text' },
  indexed: ({ cohortId }) => ({ cohortId }),
  keysOf: (event) => {
    const followed = answerOf(event);
    if (followed) return [followed.groupWorkId];
    return isOurs(event) ? [splitStreamName(event.stream).id] : [];
  },
  partitionOf: (event) => answerOf(event)?.groupWorkId ?? splitStreamName(event.stream).id,
  project(row, event) {
    const answer = answerOf(event);
    if (answer) return row && withAnswer(row, answer);
    const before: GroupWork = row ?? groupWorkStream.initial;
    const ours = event as unknown as GroupWorkEvent;
    const after = groupWorkStream.evolve(before, ours) as AssessedGroupWork;
    const followed = new Map(row?.lines.map((line) => [line.line, line]));
    return { ...after, lines: after.lines.map((line) => follow(line, followed.get(line.line), ours)) };
  },
});

function isOurs({ type }: LoggedEvent): boolean {
  return type in groupWorkTypes;
}

/** The line after an event of its own stream. */
function follow(line: GroupWorkLine, before: FollowedLine | undefined, event: GroupWorkEvent): FollowedLine {
  if (!before) return { ...line, standing: 'pending', evaluationId: null };
  const { standing, evaluationId } = before;
  return { ...line, evaluationId, standing: moved(line, event) ?? standing };
}

function moved(line: GroupWorkLine, { type, data }: GroupWorkEvent): Standing | undefined {
  if (!('line' in data) || data.line !== line.line) return undefined;
  if (type === 'GroupWorkLineSettled') return data.settlement === 'tried-again' ? 'pending' : 'settled';
  // A line that was dropped is nowhere: its file has nothing to answer.
  if (type === 'GroupWorkLineVoided') return line.settlement === 'dropped' ? 'settled' : 'pending';
  return undefined;
}

/** What an event in a member's file says of a line. */
interface Answer {
  readonly groupWorkId: string;
  readonly line: number;
  readonly said: 'recorded' | 'refused' | 'voided' | 'settled';
  readonly refused: string | null;
  readonly evaluationId?: string | null;
}

type OfFile = EvaluationEvent | GroupWorkLineRefused | EvaluationVoided | VoidingRefused | RefusalSettled;

/** Undefined where an event is about no line of a group's work. */
function answerOf(event: LoggedEvent): Answer | undefined {
  if (isOurs(event)) return undefined;
  const { type, data } = event as unknown as OfFile;
  if (type === 'GroupWorkLineRefused') {
    const { groupWorkId, line, refused } = data;
    return { groupWorkId, line, said: 'refused', refused };
  }
  const { origin } = data;
  if (origin?.kind !== 'group-work') return undefined;
  const of = { groupWorkId: origin.id, line: origin.line! };
  if (type === 'EvaluationVoided') return { ...of, said: 'voided', refused: null };
  if (type === 'VoidingRefused') return { ...of, said: 'refused', refused: data.refused };
  if (type === 'RefusalSettled') return { ...of, said: 'settled', refused: null };
  return { ...of, said: 'recorded', refused: null, evaluationId: data.evaluationId };
}

function withAnswer(row: GroupWorkRow, answer: Answer): GroupWorkRow {
  return { ...row, lines: row.lines.map((line) => (line.line === answer.line ? answered(line, answer) : line)) };
}

function answered(line: FollowedLine, { said, refused, evaluationId = line.evaluationId }: Answer): FollowedLine {
  if (said !== 'settled') return { ...line, standing: said, refused, evaluationId };
  // A person settled it, which the group's work says itself; else the voiding did, of a line that never stood.
  return line.standing === 'pending' && line.toBeVoided ? { ...line, standing: 'voided' } : line;
}
