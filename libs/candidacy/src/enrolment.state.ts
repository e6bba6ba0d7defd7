import type { Route } from '@minutier/framework';

import type { EnrolledCandidacy, Enrolment, Evolvers, RouteChange } from './enrolled-candidacy.js';
import type { Enrolled, EnrolmentEvent } from './enrolment.events.js';

export const NOTHING_CHANGED: Enrolment = {
  routeChanges: [],
  suspended: null,
  departure: null,
  transfer: null,
  arrivedFrom: null,
  accommodations: new Map(),
  feasibilities: new Map(),
  validationFiles: new Map(),
};

export const enrolmentEvolvers: Evolvers<Exclude<EnrolmentEvent, Enrolled | { type: 'EvaluationBroughtOver' }>> = {
  EnrolmentVoided: ({ entries }) => ({ status: 'absent', entries }),
  EnrolmentCorrected: (candidacy, { centreId, candidateNumber, ine, cpfFile }) => ({
    ...candidacy,
    centreId,
    candidateNumber,
    ine,
    cpfFile,
  }),
  EntryProven: (candidacy, { enteredOn, entryProof }) => ({ ...candidacy, enteredOn, entryProof }),
  RouteChanged: (candidacy, { to, effectiveOn }) => withRoute(candidacy, to as Route, effectiveOn),
  TransferredOut: (candidacy, { toCandidacyId, effectiveOn }) => ({
    ...candidacy,
    departure: { kind: 'transferred', on: effectiveOn },
    transfer: { toCandidacyId, refused: null },
  }),
  TransferredIn: (candidacy, { fromCandidacyId }) => ({ ...candidacy, arrivedFrom: fromCandidacyId }),
  TransferInRefused: (candidacy) => candidacy,
  TransferReportedRefused: (candidacy, { toCandidacyId, refused }) => ({
    ...candidacy,
    transfer: { toCandidacyId, refused },
  }),
  TransferSettled: (candidacy, { toCandidacyId, settlement }) => ({
    ...candidacy,
    departure: settlement === 'resumed-here' ? null : candidacy.departure,
    transfer: settlement === 'resumed-here' ? null : { toCandidacyId, refused: null },
  }),
  CandidacySuspended: (candidacy, { from, expectedUntil }) => ({ ...candidacy, suspended: { from, expectedUntil } }),
  CandidacyResumed: (candidacy) => ({ ...candidacy, suspended: null }),
  // A leave under way goes on beneath: a withdrawal that is revoked has interrupted nothing.
  Withdrawn: (candidacy, { effectiveOn }) => ({
    ...candidacy,
    departure: { kind: 'withdrawn', on: effectiveOn },
  }),
  WithdrawalRevoked: (candidacy) => ({ ...candidacy, departure: null }),
  Readmitted: (candidacy, { returnedOn, route, enteredOn, entryProof }) => ({
    ...(route === candidacy.route ? candidacy : withRoute(candidacy, route as Route, returnedOn)),
    suspended: null,
    departure: null,
    transfer: null,
    enteredOn,
    entryProof,
  }),
  AccommodationGranted: (candidacy, { accommodationId, from, until, modalities }) => ({
    ...candidacy,
    accommodations: new Map(candidacy.accommodations).set(accommodationId, { from, until, modalities, ended: false }),
  }),
  AccommodationEnded: (candidacy, { accommodationId, endsOn }) => ({
    ...candidacy,
    accommodations: new Map(candidacy.accommodations).set(accommodationId, {
      ...candidacy.accommodations.get(accommodationId)!,
      until: endsOn,
      ended: true,
    }),
  }),
  FeasibilityDecided: (candidacy, decided) => ({
    ...candidacy,
    feasibilities: new Map(candidacy.feasibilities).set(decided.feasibilityId, decided),
  }),
  ValidationFileFiled: (candidacy, filed) => ({
    ...candidacy,
    validationFiles: new Map(candidacy.validationFiles).set(filed.fileId, filed),
  }),
};

function withRoute(candidacy: EnrolledCandidacy, to: Route, effectiveOn: string): EnrolledCandidacy {
  const change = { from: candidacy.route, to, effectiveOn };
  return { ...candidacy, route: to, routeChanges: routeChangesWith(candidacy.routeChanges, change) };
}

/**
 * The changes of route by day once another is recorded. What is recorded last says how it is from its day on: what was
 * said of later days goes, and the route left is the one of the day before, whatever it was when this was recorded.
 */
export function routeChangesWith<Change extends RouteChange>(
  changes: readonly Change[],
  change: Change,
): readonly Change[] {
  const earlier = changes.filter(({ effectiveOn }) => effectiveOn < change.effectiveOn);
  const from = earlier.at(-1)?.to ?? changes[0]?.from ?? change.from;
  return from === change.to ? earlier : [...earlier, { ...change, from }];
}
