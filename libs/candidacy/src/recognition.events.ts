import type { Authority, FrameworkReference, Reason } from '@minutier/framework';
import type { Sealed } from '@minutier/ledger';

export type EquivalenceGranted = {
  type: 'EquivalenceGranted';
  data: {
    readonly equivalenceId: string;
    readonly level: 'block' | 'function' | 'modality';
    readonly code: string;
    readonly source: {
      readonly number: string;
      readonly block: string | null;
      readonly title: Sealed | null;
      readonly obtainedOn: string | null;
    };
    readonly documentSeen: string;
    readonly decidedOn: string;
    readonly authority: Authority;
  };
};

export const EQUIVALENCE_REVOKED_REASONS = ['document-false', 'granted-in-error', 'source-annulled'] as const;
export type EquivalenceRevoked = {
  type: 'EquivalenceRevoked';
  data: {
    readonly equivalenceId: string;
    readonly reason: Reason<(typeof EQUIVALENCE_REVOKED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type BlockCarriedOver = {
  type: 'BlockCarriedOver';
  data: {
    readonly carryOverId: string;
    readonly block: string;
    readonly awards: readonly {
      readonly awardId: string;
      readonly personId: string;
      readonly framework: FrameworkReference;
      readonly block: string;
    }[];
    readonly correspondenceId: string | null;
    readonly link: number | null;
    readonly decidedOn: string;
    readonly authority: Authority;
  };
};

export const CARRY_OVER_REVOKED_REASONS = ['award-annulled', 'request-of-candidate', 'recorded-in-error'] as const;
export type CarryOverRevoked = {
  type: 'CarryOverRevoked';
  data: {
    readonly carryOverId: string;
    readonly reason: Reason<(typeof CARRY_OVER_REVOKED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const ATTEMPT_GRANTED_REASONS = ['appeal-upheld', 'irregular', 'technical-failure'] as const;
export type AttemptGranted = {
  type: 'AttemptGranted';
  data: {
    readonly modality: string;
    readonly occurrence: number;
    readonly attempt: number;
    readonly until: string | null;
    readonly appealId: string | null;
    readonly reason: Reason<(typeof ATTEMPT_GRANTED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type AssessorLinkDeclared = {
  type: 'AssessorLinkDeclared';
  data: {
    readonly linkId: string;
    readonly assessorId: string;
    readonly kind:
      'trainer' | 'tutor' | 'employer' | 'colleague' | 'relative' | 'accompanied' | 'head-of-programme' | 'other';
    readonly source: 'declared' | 'found-in-ledger' | 'reported';
    readonly mayAssess: boolean;
    readonly declaredOn: string;
    readonly text: Sealed | null;
    readonly authority: Authority;
  };
};

export const ASSESSOR_LINK_CLEARED_REASONS = ['declared-in-error', 'ended', 'other-person'] as const;
export type AssessorLinkCleared = {
  type: 'AssessorLinkCleared';
  data: {
    readonly linkId: string;
    readonly reason: Reason<(typeof ASSESSOR_LINK_CLEARED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

/** What counts without a mark, and who may mark: equivalences, blocks kept, attempts granted, ties of assessors. */
export type RecognitionEvent =
  | EquivalenceGranted
  | EquivalenceRevoked
  | BlockCarriedOver
  | CarryOverRevoked
  | AttemptGranted
  | AssessorLinkDeclared
  | AssessorLinkCleared;
