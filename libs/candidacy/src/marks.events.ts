import type { Authority, Reason, RulesReference } from '@minutier/framework';
import type { Sealed } from '@minutier/ledger';
import type { Conduct, Outcome } from './evaluation.events.js';

export const CORRECTION_REASONS = [
  'keying-error',
  'copy-recounted',
  'grid-miscalculated',
  'assessor-error',
  'appeal-upheld',
  'absence-justified',
  'exemption-granted',
  'other',
] as const;

export type EvaluationCorrected = {
  type: 'EvaluationCorrected';
  data: {
    readonly evaluationId: string;
    readonly from: Outcome;
    readonly to: Outcome;
    /** Null: as it was. */
    readonly conduct: Conduct | null;
    readonly reason: { readonly code: (typeof CORRECTION_REASONS)[number]; readonly text: Sealed | null };
    readonly authority: Authority;
    readonly rules: RulesReference;
  };
};
export type GroupWorkLineRefused = {
  type: 'GroupWorkLineRefused';
  data: {
    readonly groupWorkId: string;
    readonly line: number;
    readonly modality: string;
    readonly occurrence: number;
    readonly attempt: number;
    readonly refused: string;
  };
};

export const EVALUATION_VOIDED_REASONS = [
  'recorded-in-error',
  'wrong-session',
  'wrong-facts',
  'absence-recorded-in-error',
  'not-held',
  'irregular',
  'fraud',
  'sheet-voided',
  'group-work-voided',
  'appeal-upheld',
] as const;
export type EvaluationVoided = {
  type: 'EvaluationVoided';
  data: {
    readonly evaluationId: string;
    readonly from: Outcome;
    readonly origin: {
      readonly kind: 'mark-sheet' | 'group-work';
      readonly id: string;
      readonly line: number;
    } | null;
    readonly sanctionId: string | null;
    readonly reason: Reason<(typeof EVALUATION_VOIDED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const EVALUATION_CIRCUMSTANCES_CORRECTED_REASONS = ['keying-error', 'document-found'] as const;
export type EvaluationCircumstancesCorrected = {
  type: 'EvaluationCircumstancesCorrected';
  data: {
    readonly evaluationId: string;
    readonly from: {
      readonly heldOn: string;
      readonly centreId: string | null;
      readonly sittingId: string | null;
      readonly accommodationIds: readonly string[];
    };
    readonly to: {
      readonly heldOn: string;
      readonly centreId: string | null;
      readonly sittingId: string | null;
      readonly accommodationIds: readonly string[];
    };
    readonly reason: Reason<(typeof EVALUATION_CIRCUMSTANCES_CORRECTED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const APPRECIATION_REPLACED_REASONS = ['keying-error', 'rectified', 'wrong-candidate'] as const;
export type AppreciationReplaced = {
  type: 'AppreciationReplaced';
  data: {
    readonly evaluationId: string;
    readonly appreciation: Sealed | null;
    readonly requestId: string | null;
    readonly reason: Reason<(typeof APPRECIATION_REPLACED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type VoidingRefused = {
  type: 'VoidingRefused';
  data: {
    readonly origin: {
      readonly kind: 'mark-sheet' | 'group-work';
      readonly id: string;
      readonly line: number;
    };
    readonly refused: string;
  };
};

export const EVALUATION_GIVEN_REASONS = [
  'swapped',
  'keyed-on-wrong-candidate',
  'anonymity-number-misread',
  'persons-merged',
] as const;
export type EvaluationGiven = {
  type: 'EvaluationGiven';
  data: {
    readonly reattributionId: string;
    readonly move: number;
    readonly evaluationId: string;
    readonly outcome: Outcome;
    readonly toCandidacyId: string;
    readonly reason: Reason<(typeof EVALUATION_GIVEN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type EvaluationReceived = {
  type: 'EvaluationReceived';
  data: {
    readonly reattributionId: string;
    readonly move: number;
    readonly evaluationId: string;
    readonly fromCandidacyId: string;
    readonly fromEvaluationId: string;
    readonly fromEventId: string;
    readonly reason: Reason<(typeof EVALUATION_GIVEN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type ReattributionRefused = {
  type: 'ReattributionRefused';
  data: {
    readonly reattributionId: string;
    readonly moves: readonly number[];
    readonly refused: string;
  };
};

export type SheetLineRefused = {
  type: 'SheetLineRefused';
  data: {
    readonly markSheetId: string;
    readonly line: number;
    readonly modality: string;
    readonly occurrence: number;
    readonly attempt: number;
    readonly refused: string;
  };
};

export type RefusalSettled = {
  type: 'RefusalSettled';
  data: {
    readonly origin: {
      readonly kind: 'group-work' | 'mark-sheet' | 'reattribution';
      readonly id: string;
      readonly line: number | null;
    };
    readonly settlement: 'recorded-otherwise' | 'dropped' | 'reversed';
  };
};

export type BlindMarkSubmitted = {
  type: 'BlindMarkSubmitted';
  data: {
    readonly evaluationId: string;
    readonly modality: string;
    readonly occurrence: number;
    readonly attempt: number;
    readonly entry: number;
    readonly session: number;
    readonly heldOn: string;
    readonly assessorId: string;
    readonly mark: Sealed;
    readonly appreciation: Sealed | null;
    readonly marksExpected: number;
    readonly rules: RulesReference;
  };
};

export const BLIND_MARK_WITHDRAWN_REASONS = ['keying-error', 'assessor-replaced'] as const;
export type BlindMarkWithdrawn = {
  type: 'BlindMarkWithdrawn';
  data: {
    readonly evaluationId: string;
    readonly assessorId: string;
    readonly reason: Reason<(typeof BLIND_MARK_WITHDRAWN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const MARKS_FROZEN_REASONS = ['before-jury', 'after-late-mark'] as const;
export type MarksFrozen = {
  type: 'MarksFrozen';
  data: {
    readonly session: number;
    readonly evaluationsInForce: number;
    readonly reason: Reason<(typeof MARKS_FROZEN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const MARKS_UNFROZEN_REASONS = ['late-mark', 'error-found', 'jury-cancelled'] as const;
export type MarksUnfrozen = {
  type: 'MarksUnfrozen';
  data: {
    readonly session: number;
    readonly reason: Reason<(typeof MARKS_UNFROZEN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

/** What changes or bars marks once they stand: corrections, voidings, moves, refused lines, blind marks, freezes. */
export type MarksEvent =
  | EvaluationCorrected
  | GroupWorkLineRefused
  | EvaluationVoided
  | EvaluationCircumstancesCorrected
  | AppreciationReplaced
  | VoidingRefused
  | EvaluationGiven
  | EvaluationReceived
  | ReattributionRefused
  | SheetLineRefused
  | RefusalSettled
  | BlindMarkSubmitted
  | BlindMarkWithdrawn
  | MarksFrozen
  | MarksUnfrozen;
