import { CANDIDACY_ID, caseStudyAssessed } from './candidacy.examples.js';
import { candidacyIdOf } from './candidacy-ids.js';
import { PERSON_ID } from '../../person/src/person.examples.js';
import type { TransferReportedRefused, TransferredIn, TransferredOut, TransferSettled } from './enrolment.events.js';

export const NEXT_COHORT_ID = '5f0f3c1e-2019-5000-8000-000000000002';
export const NEXT_CANDIDACY_ID = candidacyIdOf(NEXT_COHORT_ID, PERSON_ID);

const authority = { code: 'examination-office', document: 'NOTE-12' } as const;

/** The story's candidate goes on in the next cohort with the case study. */
export function transferredOut(changes: Partial<TransferredOut['data']> = {}): TransferredOut {
  const place = { toModality: 'F8-M1', toOccurrence: 1, toAttempt: 1 };
  return {
    type: 'TransferredOut',
    data: {
      toCohortId: NEXT_COHORT_ID,
      toCandidacyId: NEXT_CANDIDACY_ID,
      toRoute: 'FC',
      effectiveOn: '2019-03-15',
      toSession: 1,
      broughtOver: [{ evaluationId: caseStudyAssessed().data.evaluationId, ...place }],
      document: 'DEM-2019-014',
      reason: { code: 'next-cohort', text: null },
      authority,
      ...changes,
    },
  };
}

export function transferredIn(broughtOverCount = 1): TransferredIn {
  return { type: 'TransferredIn', data: { fromCandidacyId: CANDIDACY_ID, broughtOverCount } };
}

export function reportedRefused(refused = 'SESSION_UNKNOWN'): TransferReportedRefused {
  return { type: 'TransferReportedRefused', data: { toCandidacyId: NEXT_CANDIDACY_ID, refused } };
}

export function transferSettled(settlement: TransferSettled['data']['settlement'] = 'tried-again'): TransferSettled {
  const reason = { code: settlement === 'tried-again' ? 'cause-removed' : 'request-withdrawn', text: null } as const;
  return { type: 'TransferSettled', data: { toCandidacyId: NEXT_CANDIDACY_ID, settlement, reason, authority } };
}
