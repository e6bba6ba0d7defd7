import type { Enrolled } from '@minutier/candidacy';
import { defineProjection } from '@minutier/ledger';

/** Whose candidacy, in which cohort. */
export type PersonCandidacyRow = Pick<Enrolled['data'], 'candidacyId' | 'personId' | 'cohortId'>;

/** One row per candidacy, found by the person whom the enrolment named. */
export const personCandidacies = defineProjection<PersonCandidacyRow>({
  name: 'person_candidacies',
  version: 1,
  reads: ['Enrolled'],
  columns: { personId: 'text' },
  indexed: ({ personId }) => ({ personId }),
  keysOf: ({ data }) => [(data as Enrolled['data']).candidacyId],
  partitionOf: ({ data }) => (data as Enrolled['data']).candidacyId,
  project(_row, { data }) {
    const { candidacyId, personId, cohortId } = data as Enrolled['data'];
    return { candidacyId, personId, cohortId };
  },
});
