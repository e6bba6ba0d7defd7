import type { Authority, Reason } from '@minutier/framework';
import type { KeyedDigest, Sealed } from '@minutier/ledger';

export const EVIDENCE_SUBJECTS = [
  'evaluation',
  'enrolment',
  'equivalence',
  'validation-file',
  'incident',
  'sanction',
  'summons',
  'decision',
  'appeal',
  'accommodation',
] as const;
export const EVIDENCE_KINDS = ['copy', 'grid', 'report', 'recording', 'scan', 'attendance-sheet', 'letter'] as const;

export type EvidenceAttached = {
  type: 'EvidenceAttached';
  data: {
    readonly evidenceId: string;
    readonly about: {
      readonly kind: (typeof EVIDENCE_SUBJECTS)[number];
      readonly id: string;
    };
    readonly what: (typeof EVIDENCE_KINDS)[number];
    readonly digest: KeyedDigest;
    readonly mediaType: string;
    readonly sizeBytes: number;
    readonly place: string;
    readonly retentionClass: string;
  };
};

export const EVIDENCE_REPLACED_REASONS = ['wrong-file', 'unreadable', 'complete-version'] as const;
export type EvidenceReplaced = {
  type: 'EvidenceReplaced';
  data: {
    readonly evidenceId: string;
    readonly replaces: string;
    readonly digest: KeyedDigest;
    readonly mediaType: string;
    readonly sizeBytes: number;
    readonly place: string;
    readonly reason: Reason<(typeof EVIDENCE_REPLACED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const EVIDENCE_WITHDRAWN_REASONS = ['wrong-candidate', 'recorded-in-error'] as const;
export type EvidenceWithdrawn = {
  type: 'EvidenceWithdrawn';
  data: {
    readonly evidenceId: string;
    readonly reason: Reason<(typeof EVIDENCE_WITHDRAWN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type EvidencePurged = {
  type: 'EvidencePurged';
  data: {
    readonly evidenceId: string;
    readonly purgedOn: string;
    readonly basis: 'retention-ended' | 'erasure';
    readonly erasureId: string | null;
    readonly authority: Authority;
  };
};

export type CandidateSummoned = {
  type: 'CandidateSummoned';
  data: {
    readonly summonsId: string;
    readonly purpose: 'sitting' | 'oral' | 'hearing' | 'jury';
    readonly modality: string | null;
    readonly occurrence: number | null;
    readonly attempt: number | null;
    readonly juryId: string | null;
    readonly incidentId: string | null;
    readonly dueAt: string;
    readonly sentOn: string;
    readonly channel: 'hand-delivery' | 'post' | 'registered-post' | 'e-mail' | 'portal';
    readonly proof: string | null;
  };
};

export type IncidentReported = {
  type: 'IncidentReported';
  data: {
    readonly incidentId: string;
    readonly kind: 'fraud-suspected' | 'plagiarism-suspected' | 'disturbance' | 'technical-failure' | 'interruption';
    readonly occurredOn: string;
    readonly sittingId: string | null;
    readonly evaluationId: string | null;
    readonly modality: string | null;
    readonly occurrence: number | null;
    readonly attempt: number | null;
    readonly reportedBy: string;
    readonly facts: Sealed;
  };
};

export type CandidateHeard = {
  type: 'CandidateHeard';
  data: {
    readonly incidentId: string;
    readonly summonsId: string | null;
    readonly heardOn: string;
    readonly came: boolean;
    readonly heardBy: readonly string[];
    readonly assisted: boolean;
    readonly statement: Sealed | null;
  };
};

export const SANCTION_DECIDED_REASONS = ['fraud', 'plagiarism', 'disturbance', 'not-established'] as const;
export type SanctionDecided = {
  type: 'SanctionDecided';
  data: {
    readonly sanctionId: string;
    readonly incidentId: string;
    readonly decidedOn: string;
    readonly kind: 'none' | 'warning' | 'evaluation-void' | 'session-void' | 'excluded' | 'excluded-with-loss';
    readonly evaluations: readonly string[];
    readonly session: number | null;
    readonly until: string | null;
    readonly reason: Reason<(typeof SANCTION_DECIDED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const SANCTION_LIFTED_REASONS = ['appeal-upheld', 'court-order', 'decided-in-error'] as const;
export type SanctionLifted = {
  type: 'SanctionLifted';
  data: {
    readonly sanctionId: string;
    readonly liftedOn: string;
    readonly appealId: string | null;
    readonly reason: Reason<(typeof SANCTION_LIFTED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

/** What lies under marks, and what is held against a candidate: evidence, summonses, incidents, hearings, sanctions. */
export type DisciplineEvent =
  | EvidenceAttached
  | EvidenceReplaced
  | EvidenceWithdrawn
  | EvidencePurged
  | CandidateSummoned
  | IncidentReported
  | CandidateHeard
  | SanctionDecided
  | SanctionLifted;
