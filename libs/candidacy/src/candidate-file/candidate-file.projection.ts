import { defineProjection } from '@minutier/ledger';

import type { Enrolled } from '../enrolment.events.js';

/** A candidacy's enrolment; its numbers of the civil state stay sealed in the stream. */
export type CandidateFileRow = Omit<Enrolled['data'], 'ine' | 'cpfFile'>;

/** One row per candidacy. */
export const candidateFile = defineProjection<CandidateFileRow>({
  name: 'candidate_file',
  version: 1,
  reads: ['Enrolled'],
  columns: { cohortId: 'text', candidateNumber: 'text' },
  indexed: ({ cohortId, candidateNumber }) => ({ cohortId, candidateNumber }),
  keysOf: ({ data }) => [(data as Enrolled['data']).candidacyId],
  partitionOf: ({ data }) => (data as Enrolled['data']).candidacyId,
  project(_row, { data }) {
    const { ine: _ine, cpfFile: _cpfFile, ...enrolment } = data as Enrolled['data'];
    return enrolment;
  },
});
