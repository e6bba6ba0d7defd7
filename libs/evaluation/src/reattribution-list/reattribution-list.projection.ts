import type { EvaluationGiven, ReattributionRefused } from '@minutier/candidacy';
import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import { type ReattributionEvent, reattributionTypes } from '../reattribution.events.js';
import { type DecidedReattribution, type Reattribution, reattributionStream } from '../reattribution.state.js';

/** Where one file stands: on its way, its moves made, or refused by it. */
export interface FollowedFile {
  readonly candidacyId: string;
  readonly standing: 'pending' | 'made' | 'refused';
  readonly refused: string | null;
}

export type ReattributionRow = DecidedReattribution & {
  readonly files: readonly FollowedFile[];
  readonly recordedAt: string;
};

/** One row per reattribution: its moves, and what each file made of them. */
export const reattributionList = defineProjection<ReattributionRow>({
  name: 'reattribution_list',
  version: 1,
  reads: [...Object.keys(reattributionTypes), 'EvaluationGiven', 'EvaluationReceived', 'ReattributionRefused'],
  columns: { recordedAt: 'text' },
  indexed: ({ recordedAt }) => ({ recordedAt }),
  keysOf: (event) => [idOf(event)],
  partitionOf: idOf,
  project(row, event) {
    if (event.type in reattributionTypes) {
      const before: Reattribution = row ?? reattributionStream.initial;
      const after = reattributionStream.evolve(before, event as unknown as ReattributionEvent) as DecidedReattribution;
      const files = row?.files ?? after.candidacyIds.map(pending);
      return { ...after, files, recordedAt: row?.recordedAt ?? event.meta.recordedAt };
    }
    const { id: candidacyId } = splitStreamName(event.stream);
    return (
      row && {
        ...row,
        files: row.files.map((file) => (file.candidacyId === candidacyId ? followed(file, event) : file)),
      }
    );
  },
});

const pending = (candidacyId: string): FollowedFile => ({ candidacyId, standing: 'pending', refused: null });

function followed({ candidacyId }: FollowedFile, { type, data }: LoggedEvent): FollowedFile {
  return type === 'ReattributionRefused'
    ? { candidacyId, standing: 'refused', refused: (data as ReattributionRefused['data']).refused }
    : { candidacyId, standing: 'made', refused: null };
}

function idOf({ data }: LoggedEvent): string {
  return (data as EvaluationGiven['data']).reattributionId;
}
