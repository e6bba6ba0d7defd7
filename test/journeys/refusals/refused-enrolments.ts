import { act, BC01, BC02, NOBODY, type Refused, type Scene } from './refusal.js';

const transfer = (changes: object | ((scene: Scene) => object)) => (scene: Scene) => ({
  ...{ toCohortId: scene.nextCohort, toRoute: 'FC', effectiveOn: '2019-07-15', reason: 'next-cohort' },
  ...(typeof changes === 'function' ? changes(scene) : changes),
});
const brought = ({ martin }: Scene) => ({
  evaluationId: martin.study,
  toModality: 'F1-M1',
  toOccurrence: 1,
  toAttempt: 1,
});
const more = { measures: ['extra-time-third'], from: '2018-11-05', decidedOn: '2018-11-05' };

/** Routes, departures, transfers, accommodations, VAE. */
export const refusedEnrolments: readonly Refused[] = [
  [
    'a change from a route that is another’s',
    409,
    'ROUTE_CHANGED_MEANWHILE',
    '/from',
    act('martin', 'route-changes', { from: 'FC', to: 'FI', effectiveOn: '2019-03-15', reason: 'status-changed' }),
  ],
  [
    'a change to the same route',
    409,
    'ROUTE_UNCHANGED',
    '/to',
    act('martin', 'route-changes', { from: 'CQ', to: 'CQ', effectiveOn: '2019-03-15', reason: 'status-changed' }),
  ],
  [
    'a change to a route that the fiche closes',
    409,
    'ROUTE_CLOSED',
    '/to',
    act('martin', 'route-changes', { from: 'CQ', to: 'CA', effectiveOn: '2019-03-15', reason: 'contract-signed' }),
  ],
  [
    'a leave within a leave',
    409,
    'ALREADY_SUSPENDED',
    null,
    act('faure', 'suspensions', { from: '2019-03-01', reason: 'leave' }),
  ],
  ['a return from no leave', 409, 'NOT_SUSPENDED', null, act('martin', 'resumptions', { resumedOn: '2019-05-02' })],
  [
    'a second departure',
    409,
    'CANDIDACY_ENDED',
    null,
    act('petit', 'withdrawals', { effectiveOn: '2019-04-15', reason: 'no-news' }),
  ],
  [
    'a departure taken back that never was',
    409,
    'NOT_WITHDRAWN',
    null,
    act('martin', 'withdrawal-revocations', { reason: 'recorded-in-error' }),
  ],
  [
    'a return before the departure',
    409,
    'RETURN_BEFORE_DEPARTURE',
    '/returnedOn',
    act('petit', 'readmissions', { returnedOn: '2019-03-14', route: 'CQ', entryKept: true }),
  ],
  [
    'a second enrolment in one cohort',
    409,
    'ALREADY_ENROLLED',
    '/personId',
    ({ cohortId, martin }) => [
      `cohorts/${cohortId}/candidacies`,
      { personId: martin.personId, route: 'CQ', enteredOn: '2018-10-01' },
    ],
  ],
  [
    'an entry after a mark',
    409,
    'ENTRY_AFTER_EVALUATION',
    '/enteredOn',
    act('martin', 'entry-proofs', {
      enteredOn: '2019-02-01',
      entryProof: { kind: 'training-contract', document: 'CONV-1' },
      reason: 'date-corrected',
    }),
  ],
  [
    'the voiding of an enrolment with marks',
    409,
    'EVALUATIONS_STAND',
    null,
    act('martin', 'voidings', { reason: 'wrong-person' }),
  ],
  [
    'a transfer to the same cohort',
    409,
    'SAME_COHORT',
    '/toCohortId',
    act(
      'martin',
      'transfers',
      transfer(({ cohortId }) => ({ toCohortId: cohortId })),
    ),
  ],
  [
    'a transfer to nowhere',
    409,
    'COHORT_NOT_FOUND',
    '/toCohortId',
    act('martin', 'transfers', transfer({ toCohortId: NOBODY })),
  ],
  [
    'a transfer during an exclusion',
    409,
    'SANCTION_BARS',
    '/effectiveOn',
    act('roux', 'transfers', transfer({ effectiveOn: '2019-03-15' })),
  ],
  [
    'a transfer of marks into no session',
    409,
    'SESSION_UNKNOWN',
    '/toSession',
    act(
      'martin',
      'transfers',
      transfer((scene) => ({ broughtOver: [brought(scene)] })),
    ),
  ],
  [
    'a transfer of two marks into one place',
    409,
    'PLACE_REPEATED',
    '/broughtOver/1',
    act(
      'martin',
      'transfers',
      transfer((scene) => ({
        toSession: 1,
        broughtOver: [brought(scene), { ...brought(scene), evaluationId: scene.martin.absence }],
      })),
    ),
  ],
  [
    'the settlement of a transfer that nobody refused',
    409,
    'NO_REFUSED_TRANSFER',
    null,
    act('martin', `transfers/${NOBODY}/settlements`, { settlement: 'tried-again', reason: 'cause-removed' }),
  ],
  [
    'an accommodation on a line that is not there',
    409,
    'MODALITY_UNKNOWN',
    '/modalities/0',
    act('martin', 'accommodations', { ...more, modalities: ['F9-M9'] }),
  ],
  [
    'an accommodation that ends before it begins',
    409,
    'PERIOD_REVERSED',
    '/until',
    act('martin', 'accommodations', { ...more, until: '2018-11-04' }),
  ],
  [
    'the end of an accommodation that was never granted',
    409,
    'ACCOMMODATION_UNKNOWN',
    '/accommodationId',
    act('martin', 'accommodation-endings', { accommodationId: NOBODY, endsOn: '2019-03-31', reason: 'replaced' }),
  ],
  [
    'a later end of an accommodation',
    409,
    'ACCOMMODATION_ENDED',
    '/endsOn',
    act('morel', 'accommodation-endings', ({ morel }) => ({
      accommodationId: morel.accommodation,
      endsOn: '2019-03-31',
      reason: 'replaced',
    })),
  ],
  [
    'a request of VAE of a candidate in a contract',
    409,
    'ROUTE_NOT_VAE',
    null,
    act('martin', 'feasibility-decisions', {
      requestedOn: '2018-10-01',
      decidedOn: '2018-11-20',
      scope: 'title',
      admissible: true,
    }),
  ],
  [
    'a file for a block that was not asked for',
    409,
    'NOT_ADMISSIBLE',
    '/blocks/0',
    act('leroy', 'validation-files', ({ leroy }) => ({
      authority: undefined,
      feasibilityId: leroy.feasibility,
      filedOn: '2019-02-20',
      scope: 'blocks',
      blocks: [BC02],
      document: 'VAE-12',
    })),
  ],
  [
    'a file that comes too late',
    409,
    'FILED_TOO_LATE',
    '/filedOn',
    act('leroy', 'validation-files', ({ leroy }) => ({
      authority: undefined,
      feasibilityId: leroy.feasibility,
      filedOn: '2020-01-02',
      scope: 'blocks',
      blocks: [BC01],
      document: 'VAE-12',
    })),
  ],
];
