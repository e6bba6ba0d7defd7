import type { Authority, EvaluationKind, FrameworkReference, Reason, Route, RulesReference } from '@minutier/framework';
import type { Sealed } from '@minutier/ledger';
import type { Outcome } from './evaluation.events.js';

export type Enrolled = {
  type: 'Enrolled';
  data: {
    readonly candidacyId: string;
    readonly personId: string;
    readonly cohortId: string;
    readonly route: Route;
    readonly enteredOn: string;
    readonly entryProof: { readonly kind: string; readonly document: string } | null;
    readonly centreId: string | null;
    readonly candidateNumber: string;
    readonly framework: FrameworkReference;
    readonly ine: Sealed | null;
    readonly cpfFile: Sealed | null;
  };
};

export const ENROLMENT_VOIDED_REASONS = ['wrong-person', 'wrong-cohort', 'duplicate', 'never-came'] as const;
export type EnrolmentVoided = {
  type: 'EnrolmentVoided';
  data: {
    readonly reason: Reason<(typeof ENROLMENT_VOIDED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const ENROLMENT_CORRECTED_REASONS = ['keying-error', 'number-received', 'number-reassigned'] as const;
export type EnrolmentCorrected = {
  type: 'EnrolmentCorrected';
  data: {
    readonly from: {
      readonly centreId: string | null;
      readonly candidateNumber: string;
    };
    readonly centreId: string | null;
    readonly candidateNumber: string;
    readonly ine: Sealed | null;
    readonly cpfFile: Sealed | null;
    readonly reason: Reason<(typeof ENROLMENT_CORRECTED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const ENTRY_PROVEN_REASONS = ['proof-received', 'date-corrected'] as const;
export type EntryProven = {
  type: 'EntryProven';
  data: {
    readonly from: string;
    readonly enteredOn: string;
    readonly entryProof: {
      readonly kind: string;
      readonly document: string;
    };
    readonly reason: Reason<(typeof ENTRY_PROVEN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const ROUTE_CHANGED_REASONS = [
  'contract-ended',
  'contract-signed',
  'status-changed',
  'recorded-in-error',
] as const;
export type RouteChanged = {
  type: 'RouteChanged';
  data: {
    readonly from: string;
    readonly to: string;
    readonly effectiveOn: string;
    readonly document: string | null;
    readonly reason: Reason<(typeof ROUTE_CHANGED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const TRANSFERRED_OUT_REASONS = ['next-cohort', 'framework-succeeded', 'centre-changed', 'leave'] as const;
export type TransferredOut = {
  type: 'TransferredOut';
  data: {
    readonly toCohortId: string;
    readonly toCandidacyId: string;
    readonly toRoute: string;
    readonly effectiveOn: string;
    readonly toSession: number | null;
    readonly broughtOver: readonly {
      readonly evaluationId: string;
      readonly toModality: string;
      readonly toOccurrence: number;
      readonly toAttempt: number;
    }[];
    readonly document: string | null;
    readonly reason: Reason<(typeof TRANSFERRED_OUT_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type TransferredIn = {
  type: 'TransferredIn';
  data: {
    readonly fromCandidacyId: string;
    readonly broughtOverCount: number;
  };
};

export type EvaluationBroughtOver = {
  type: 'EvaluationBroughtOver';
  data: {
    readonly evaluationId: string;
    readonly fromCandidacyId: string;
    readonly fromEvaluationId: string;
    readonly fromEventId: string;
    readonly kind: EvaluationKind;
    readonly modality: string;
    readonly occurrence: number;
    readonly attempt: number;
    readonly entry: number;
    readonly session: number;
    readonly centreId: string | null;
    readonly heldOn: string;
    readonly outcome: Outcome;
    readonly correspondenceId: string | null;
    readonly rules: RulesReference;
  };
};

export type TransferInRefused = {
  type: 'TransferInRefused';
  data: {
    readonly fromCandidacyId: string;
    readonly refused: string;
  };
};

export type TransferReportedRefused = {
  type: 'TransferReportedRefused';
  data: {
    readonly toCandidacyId: string;
    readonly refused: string;
  };
};

export const TRANSFER_SETTLEMENTS = ['tried-again', 'resumed-here'] as const;
export const TRANSFER_SETTLED_REASONS = ['cause-removed', 'request-withdrawn'] as const;
export type TransferSettled = {
  type: 'TransferSettled';
  data: {
    readonly toCandidacyId: string;
    readonly settlement: (typeof TRANSFER_SETTLEMENTS)[number];
    readonly reason: Reason<(typeof TRANSFER_SETTLED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const CANDIDACY_SUSPENDED_REASONS = ['leave', 'employment', 'other'] as const;
export type CandidacySuspended = {
  type: 'CandidacySuspended';
  data: {
    readonly from: string;
    readonly expectedUntil: string | null;
    readonly document: string | null;
    readonly reason: Reason<(typeof CANDIDACY_SUSPENDED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type CandidacyResumed = {
  type: 'CandidacyResumed';
  data: {
    readonly resumedOn: string;
    readonly document: string | null;
    readonly authority: Authority;
  };
};

export const WITHDRAWN_REASONS = ['request-of-candidate', 'no-news', 'contract-ended', 'deceased'] as const;
export type Withdrawn = {
  type: 'Withdrawn';
  data: {
    readonly effectiveOn: string;
    readonly document: string | null;
    readonly reason: Reason<(typeof WITHDRAWN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const WITHDRAWAL_REVOKED_REASONS = ['request-of-candidate', 'recorded-in-error'] as const;
export type WithdrawalRevoked = {
  type: 'WithdrawalRevoked';
  data: {
    readonly document: string | null;
    readonly reason: Reason<(typeof WITHDRAWAL_REVOKED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type Readmitted = {
  type: 'Readmitted';
  data: {
    readonly returnedOn: string;
    readonly route: string;
    readonly enteredOn: string;
    readonly entryProof: {
      readonly kind: string;
      readonly document: string;
    } | null;
    readonly fromCandidacyId: string | null;
    readonly document: string | null;
    readonly authority: Authority;
  };
};

export type AccommodationGranted = {
  type: 'AccommodationGranted';
  data: {
    readonly accommodationId: string;
    readonly measures: Sealed;
    readonly from: string;
    readonly until: string | null;
    readonly modalities: readonly string[];
    readonly decidedOn: string;
    readonly authority: Authority;
  };
};

export const ACCOMMODATION_ENDED_REASONS = ['request-of-candidate', 'replaced', 'recorded-in-error'] as const;
export type AccommodationEnded = {
  type: 'AccommodationEnded';
  data: {
    readonly accommodationId: string;
    readonly endsOn: string;
    readonly reason: Reason<(typeof ACCOMMODATION_ENDED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const FEASIBILITY_DECIDED_REASONS = [
  'experience-too-short',
  'experience-unrelated',
  'file-incomplete',
  'other-file-this-year',
] as const;
export type FeasibilityDecided = {
  type: 'FeasibilityDecided';
  data: {
    readonly feasibilityId: string;
    readonly requestedOn: string;
    readonly decidedOn: string;
    readonly admissible: boolean;
    readonly previousValidUntil: string | null;
    readonly scope: 'title' | 'blocks';
    readonly blocks: readonly string[];
    readonly validUntil: string | null;
    readonly reason: Reason<(typeof FEASIBILITY_DECIDED_REASONS)[number]> | null;
    readonly authority: Authority;
  };
};

export type ValidationFileFiled = {
  type: 'ValidationFileFiled';
  data: {
    readonly fileId: string;
    readonly feasibilityId: string;
    readonly filedOn: string;
    readonly scope: 'title' | 'blocks';
    readonly blocks: readonly string[];
    readonly juryDueBy: string | null;
    readonly document: string;
  };
};

/** What happens to an enrolment: its route, its entry, its interruptions, what is asked for in VAE. */
export type EnrolmentEvent =
  | Enrolled
  | EnrolmentVoided
  | EnrolmentCorrected
  | EntryProven
  | RouteChanged
  | TransferredOut
  | TransferredIn
  | EvaluationBroughtOver
  | TransferInRefused
  | TransferReportedRefused
  | TransferSettled
  | CandidacySuspended
  | CandidacyResumed
  | Withdrawn
  | WithdrawalRevoked
  | Readmitted
  | AccommodationGranted
  | AccommodationEnded
  | FeasibilityDecided
  | ValidationFileFiled;
