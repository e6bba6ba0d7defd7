import type { CandidacyInformedOfRules } from '@minutier/cohort';
import { defineProjection, splitStreamName } from '@minutier/ledger';

import type { Enrolled, EnrolmentVoided } from '../enrolment.events.js';

/** Since when a candidacy is there, and what was said to it by name. */
export interface InformedCandidacyRow {
  readonly candidacyId: string;
  readonly cohortId: string;
  /** Ordinal of the enrolment that stands; null where it was voided. */
  readonly enrolledAt: number | null;
  readonly informed: readonly Omit<CandidacyInformedOfRules['data'], 'candidacyId'>[];
}

type Read =
  | { readonly type: 'Enrolled'; readonly data: Enrolled['data'] }
  | { readonly type: 'EnrolmentVoided'; readonly data: EnrolmentVoided['data'] }
  | { readonly type: 'CandidacyInformedOfRules'; readonly data: CandidacyInformedOfRules['data'] };

/** One row per candidacy, from facts of two streams: its own, and its cohort's. */
export const informedCandidacies = defineProjection<InformedCandidacyRow>({
  name: 'informed_candidacies',
  version: 1,
  reads: ['Enrolled', 'EnrolmentVoided', 'CandidacyInformedOfRules'],
  columns: { cohortId: 'text' },
  indexed: ({ cohortId }) => ({ cohortId }),
  keysOf: (event) => [candidacyOf(event)],
  partitionOf: candidacyOf,
  project(row, { stream, ordinal, ...event }) {
    const { type, data } = event as unknown as Read;
    switch (type) {
      case 'Enrolled': {
        const { candidacyId, cohortId } = data;
        return { candidacyId, cohortId, enrolledAt: ordinal, informed: row?.informed ?? [] };
      }
      case 'EnrolmentVoided':
        return row && { ...row, enrolledAt: null };
      case 'CandidacyInformedOfRules': {
        const { candidacyId, ...informed } = data;
        const cohortId = splitStreamName(stream).id;
        const before = row ?? { candidacyId, cohortId, enrolledAt: null, informed: [] };
        return { ...before, informed: [...before.informed, informed] };
      }
    }
  },
});

function candidacyOf({ stream, type, data }: { stream: string; type: string; data: object }): string {
  const named = data as Partial<CandidacyInformedOfRules['data']>;
  return type === 'EnrolmentVoided' ? splitStreamName(stream).id : named.candidacyId!;
}
