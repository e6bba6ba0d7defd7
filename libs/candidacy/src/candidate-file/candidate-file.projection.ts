import { defineProjection, splitStreamName } from '@minutier/ledger';

import { candidacyTypes, type Enrolled } from '../candidacy.events.js';

/** A candidacy's enrolment, and the revision at which its stream stands. */
export type CandidateFileRow = Omit<Enrolled['data'], 'ine' | 'cpfFile'> & { readonly revision: number };

/** One row per candidacy, renewed by each of its events: the revision is its ETag. */
export const candidateFile = defineProjection<CandidateFileRow>({
  name: 'candidate_file',
  version: 1,
  reads: Object.keys(candidacyTypes),
  columns: { cohortId: 'text', personId: 'text', candidateNumber: 'text' },
  indexed: ({ cohortId, personId, candidateNumber }) => ({ cohortId, personId, candidateNumber }),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, { type, data, revision }) {
    if (type !== 'Enrolled') return row && { ...row, revision };
    const { ine: _ine, cpfFile: _cpfFile, ...enrolment } = data as Enrolled['data'];
    return { ...enrolment, revision };
  },
});
