import type { Deadline } from '@minutier/framework';

import { cohort } from '../../cohort/src/cohort.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { rules } from '../../framework/src/rules.examples.js';
import { sealed } from './candidacy.examples.js';
import type {
  AccommodationGranted,
  CandidacySuspended,
  EnrolmentVoided,
  FeasibilityDecided,
  Readmitted,
  RouteChanged,
  TransferredOut,
  ValidationFileFiled,
  Withdrawn,
} from './enrolment.events.js';
import type { EnrolmentFrame } from './enrolment-frame.js';

export const OFFICE = { code: 'examination-office', document: 'NOTE-12' } as const;
export const ACCOMMODATION_ID = '5f0f3c1e-0000-5000-8000-0000000000d1';
export const FEASIBILITY_ID = '5f0f3c1e-0000-5000-8000-0000000000d2';
export const FILE_ID = '5f0f3c1e-0000-5000-8000-0000000000d3';

/** The cohort, its fiche and its rules, which give a jury three months for a VAE file where `deadlines` say so. */
export function frame(deadlines: readonly Deadline[] = []): EnrolmentFrame {
  return { cohort: cohort(), framework: framework(), rules: { ...rules(), deadlines } };
}

export function voided(): EnrolmentVoided {
  return { type: 'EnrolmentVoided', data: { reason: { code: 'wrong-cohort', text: null }, authority: OFFICE } };
}

/** The contract is broken in mid-March. */
export function routeChanged(changes: Partial<RouteChanged['data']> = {}): RouteChanged {
  return {
    type: 'RouteChanged',
    data: {
      from: 'CQ',
      to: 'FC',
      effectiveOn: '2019-03-15',
      document: 'RUPT-2019-004',
      reason: { code: 'contract-ended', text: sealed('L’entreprise ferme') },
      authority: OFFICE,
      ...changes,
    },
  };
}

/** A leave from February to April. */
export function suspended(changes: Partial<CandidacySuspended['data']> = {}): CandidacySuspended {
  return {
    type: 'CandidacySuspended',
    data: {
      from: '2019-02-01',
      expectedUntil: '2019-04-30',
      document: 'DEM-2019-007',
      reason: { code: 'leave', text: null },
      authority: OFFICE,
      ...changes,
    },
  };
}

/** A letter in mid-March. */
export function withdrawn(changes: Partial<Withdrawn['data']> = {}): Withdrawn {
  return {
    type: 'Withdrawn',
    data: {
      effectiveOn: '2019-03-15',
      document: 'DEMISSION-2019-002',
      reason: { code: 'request-of-candidate', text: null },
      authority: OFFICE,
      ...changes,
    },
  };
}

/** On to the next cohort, in mid-March. */
export function transferredOut(changes: Partial<TransferredOut['data']> = {}): TransferredOut {
  return {
    type: 'TransferredOut',
    data: {
      toCohortId: '5f0f3c1e-2019-5000-8000-000000000002',
      toCandidacyId: '5f0f3c1e-2019-5000-8000-000000000003',
      toRoute: 'FC',
      effectiveOn: '2019-03-15',
      toSession: null,
      broughtOver: [],
      document: null,
      reason: { code: 'next-cohort', text: null },
      authority: OFFICE,
      ...changes,
    },
  };
}

/** Back in May by the same route, the first entry kept. */
export function readmitted(changes: Partial<Readmitted['data']> = {}): Readmitted {
  return {
    type: 'Readmitted',
    data: {
      returnedOn: '2019-05-02',
      route: 'CQ',
      enteredOn: '2018-10-01',
      entryProof: { kind: 'training-contract', document: 'CONV-2018-0031' },
      fromCandidacyId: null,
      document: 'REINS-2019-003',
      authority: OFFICE,
      ...changes,
    },
  };
}

/** A third more time until the end of September, on every line. */
export function accommodationGranted(changes: Partial<AccommodationGranted['data']> = {}): AccommodationGranted {
  return {
    type: 'AccommodationGranted',
    data: {
      accommodationId: ACCOMMODATION_ID,
      measures: sealed('["extra-time-third"]'),
      from: '2018-11-05',
      until: '2019-09-30',
      modalities: [],
      decidedOn: '2018-11-05',
      authority: OFFICE,
      ...changes,
    },
  };
}

/** A first request for the title, admissible for a year. */
export function feasibilityDecided(changes: Partial<FeasibilityDecided['data']> = {}): FeasibilityDecided {
  return {
    type: 'FeasibilityDecided',
    data: {
      feasibilityId: FEASIBILITY_ID,
      requestedOn: '2018-10-01',
      decidedOn: '2018-11-20',
      admissible: true,
      previousValidUntil: null,
      scope: 'title',
      blocks: [],
      validUntil: '2019-11-20',
      reason: null,
      authority: OFFICE,
      ...changes,
    },
  };
}

/** The file for the title, on that request. */
export function validationFileFiled(changes: Partial<ValidationFileFiled['data']> = {}): ValidationFileFiled {
  return {
    type: 'ValidationFileFiled',
    data: {
      fileId: FILE_ID,
      feasibilityId: FEASIBILITY_ID,
      filedOn: '2019-02-20',
      scope: 'title',
      blocks: [],
      juryDueBy: null,
      document: 'VAE-2019-0012',
      ...changes,
    },
  };
}
