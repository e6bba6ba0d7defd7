import type { Authority, Reason, Route } from '@minutier/framework';
import { defineProjection, splitStreamName } from '@minutier/ledger';

import type { RouteChange } from '../enrolled-candidacy.js';
import type {
  AccommodationEnded,
  AccommodationGranted,
  CandidacySuspended,
  Enrolled,
  EnrolmentEvent,
  EnrolmentVoided,
  FeasibilityDecided,
  Readmitted,
  TransferredOut,
  ValidationFileFiled,
  Withdrawn,
} from '../enrolment.events.js';
import { routeChangesWith } from '../enrolment.state.js';

/** A change of route by the day from which it holds, and on what it rests. */
export interface RouteStep extends RouteChange {
  readonly document: string | null;
  /** Null where a readmission brought it. */
  readonly reason: Reason | null;
  readonly authority: Authority;
}

/** Why the candidacy has ended; of a transfer also where it goes on, and why it was not received there. */
export type Departure =
  | ({ readonly kind: 'withdrawn'; readonly on: string } & Omit<Withdrawn['data'], 'effectiveOn'>)
  | ({ readonly kind: 'transferred'; readonly on: string; readonly refused: string | null } & Omit<
      TransferredOut['data'],
      'effectiveOn'
    >);

/** An accommodation: the measures stay sealed until the file is answered. */
export type Accommodation = AccommodationGranted['data'] & {
  /** Why it ends before its day, which is then `until`. */
  readonly ending: Pick<AccommodationEnded['data'], 'reason' | 'authority'> | null;
};

/** A candidacy as it stands; its numbers of the civil state stay sealed in the stream. */
export interface CandidateFileRow extends Omit<Enrolled['data'], 'ine' | 'cpfFile'> {
  readonly status: 'enrolled' | 'suspended' | 'withdrawn' | 'transferred' | 'voided';
  readonly voiding: EnrolmentVoided['data'] | null;
  /** In the order of their days; `route` is the one in force. */
  readonly routeChanges: readonly RouteStep[];
  readonly suspension: CandidacySuspended['data'] | null;
  readonly departure: Departure | null;
  readonly readmission: Pick<Readmitted['data'], 'returnedOn' | 'document' | 'authority'> | null;
  /** The candidacy that a transfer came from. */
  readonly arrivedFrom: string | null;
  readonly accommodations: readonly Accommodation[];
  readonly feasibilities: readonly FeasibilityDecided['data'][];
  readonly validationFiles: readonly ValidationFileFiled['data'][];
}

type Change = Exclude<EnrolmentEvent, Enrolled | { type: 'EvaluationBroughtOver' } | { type: 'TransferInRefused' }>;
type Changes = {
  readonly [Type in Change['type']]: (
    row: CandidateFileRow,
    data: Extract<Change, { type: Type }>['data'],
  ) => Partial<CandidateFileRow>;
};

const changes: Changes = {
  EnrolmentVoided: (_row, voiding) => ({ voiding }),
  EnrolmentCorrected: (_row, { centreId, candidateNumber }) => ({ centreId, candidateNumber }),
  EntryProven: (_row, { enteredOn, entryProof }) => ({ enteredOn, entryProof }),
  RouteChanged: (row, { to, effectiveOn, document, reason, authority }) =>
    withRoute(row, { to: to as Route, effectiveOn, document, reason, authority }),
  TransferredOut: (_row, { effectiveOn: on, ...transfer }) => ({
    departure: { kind: 'transferred', on, refused: null, ...transfer },
  }),
  TransferredIn: (_row, { fromCandidacyId }) => ({ arrivedFrom: fromCandidacyId }),
  TransferReportedRefused: (row, { refused }) => withTransfer(row, refused),
  TransferSettled: (row, { settlement }) =>
    settlement === 'resumed-here' ? { departure: null } : withTransfer(row, null),
  CandidacySuspended: (_row, suspension) => ({ suspension }),
  CandidacyResumed: () => ({ suspension: null }),
  Withdrawn: (_row, { effectiveOn: on, ...withdrawal }) => ({ departure: { kind: 'withdrawn', on, ...withdrawal } }),
  WithdrawalRevoked: () => ({ departure: null }),
  Readmitted: (row, { returnedOn, route, enteredOn, entryProof, document, authority }) => ({
    ...(route === row.route
      ? {}
      : withRoute(row, { to: route as Route, effectiveOn: returnedOn, document, reason: null, authority })),
    readmission: { returnedOn, document, authority },
    suspension: null,
    departure: null,
    enteredOn,
    entryProof,
  }),
  AccommodationGranted: ({ accommodations }, granted) => ({
    accommodations: [...accommodations, { ...granted, ending: null }],
  }),
  AccommodationEnded: ({ accommodations }, { accommodationId, endsOn, ...ending }) => ({
    accommodations: accommodations.map((one) =>
      one.accommodationId === accommodationId ? { ...one, until: endsOn, ending } : one,
    ),
  }),
  FeasibilityDecided: ({ feasibilities }, decided) => ({ feasibilities: [...feasibilities, decided] }),
  ValidationFileFiled: ({ validationFiles }, filed) => ({ validationFiles: [...validationFiles, filed] }),
};

function withRoute(row: CandidateFileRow, step: Omit<RouteStep, 'from'>): Partial<CandidateFileRow> {
  return { route: step.to, routeChanges: routeChangesWith(row.routeChanges, { ...step, from: row.route }) };
}

function withTransfer({ departure }: CandidateFileRow, refused: string | null): Partial<CandidateFileRow> {
  return departure?.kind === 'transferred' ? { departure: { ...departure, refused } } : {};
}

function statusOf({ voiding, departure, suspension }: CandidateFileRow): CandidateFileRow['status'] {
  if (voiding) return 'voided';
  return departure?.kind ?? (suspension ? 'suspended' : 'enrolled');
}

function enrolled({ ine: _ine, cpfFile: _cpfFile, ...enrolment }: Enrolled['data']): CandidateFileRow {
  return {
    ...enrolment,
    status: 'enrolled',
    voiding: null,
    routeChanges: [],
    suspension: null,
    departure: null,
    readmission: null,
    arrivedFrom: null,
    accommodations: [],
    feasibilities: [],
    validationFiles: [],
  };
}

/** One row per candidacy. A voided one is in no list, and its file still says why. */
export const candidateFile = defineProjection<CandidateFileRow>({
  name: 'candidate_file',
  version: 2,
  reads: ['Enrolled', ...Object.keys(changes)],
  columns: { cohortId: 'text', candidateNumber: 'text' },
  indexed: ({ cohortId, candidateNumber, voiding }) => ({ cohortId: voiding ? null : cohortId, candidateNumber }),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const { type, data } = event as unknown as Enrolled | Change;
    if (type === 'Enrolled') return enrolled(data);
    const change = changes[type] as (row: CandidateFileRow, data: Change['data']) => Partial<CandidateFileRow>;
    const changed = { ...row!, ...change(row!, data) };
    return { ...changed, status: statusOf(changed) };
  },
});
