import type { Authority, FrameworkReference, RulesReference } from '@minutier/framework';
import { defineProjection, splitStreamName } from '@minutier/ledger';

import { type CohortEvent, cohortTypes } from '../cohort.events.js';
import { cohortStream, type OpenCohortState } from '../cohort.state.js';

/** What a cohort lives under from a day on; of the first pins, the reason and the authority are those of its opening: none. */
export interface Pin {
  readonly framework: FrameworkReference;
  readonly rules: RulesReference;
  readonly effectiveOn: string;
  readonly reason: string | null;
  readonly authority: Authority | null;
}

export type CohortRow = OpenCohortState & {
  /** Everything that it was ever pinned to, the first first: which rules applied, and from when. */
  readonly pins: readonly Pin[];
};

/** One row per cohort: its pins with their history, its dates, its sessions. */
export const cohortList = defineProjection<CohortRow>({
  name: 'cohort_list',
  version: 3,
  reads: Object.keys(cohortTypes),
  columns: { code: 'text' },
  indexed: ({ code }) => ({ code }),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, logged) {
    const event = logged as unknown as CohortEvent;
    const { pins = [], ...before } = row ?? { ...cohortStream.initial, pins: [] };
    const cohort = cohortStream.evolve(before, event);
    return cohort.status === 'open' ? { ...cohort, pins: [...pins, ...newPin(cohort, event)] } : null;
  },
});

function newPin({ framework, rules, startsOn }: OpenCohortState, { type, data }: CohortEvent): readonly Pin[] {
  if (type === 'CohortOpened') return [{ framework, rules, effectiveOn: startsOn, reason: null, authority: null }];
  if (type !== 'RulesRepinned' && type !== 'FrameworkRepinned') return [];
  const { effectiveOn, reason, authority } = data;
  return [{ framework, rules, effectiveOn, reason: reason.code, authority }];
}
