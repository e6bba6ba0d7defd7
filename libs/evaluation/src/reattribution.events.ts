import type { EVALUATION_GIVEN_REASONS, Outcome } from '@minutier/candidacy';
import type { Authority, Reason } from '@minutier/framework';
import type { EventTypes } from '@minutier/ledger';

export type ReattributionReason = (typeof EVALUATION_GIVEN_REASONS)[number];

export type ReattributionDecided = {
  type: 'ReattributionDecided';
  data: {
    readonly reattributionId: string;
    readonly decidedOn: string;
    readonly reason: Reason<ReattributionReason>;
    readonly authority: Authority;
    /** Every file that gives or receives, once. */
    readonly candidacyIds: readonly string[];
    readonly moveCount: number;
  };
};

export type ReattributionMoveDecided = {
  type: 'ReattributionMoveDecided';
  data: {
    readonly reattributionId: string;
    readonly move: number;
    readonly fromCandidacyId: string;
    readonly fromEvaluationId: string;
    readonly fromEventId: string;
    /** As it stood when this was decided. */
    readonly outcome: Outcome;
    readonly toCandidacyId: string;
    readonly toModality: string;
    readonly toOccurrence: number;
    readonly toAttempt: number;
    readonly toSession: number;
  };
};

export type ReattributionReportedRefused = {
  type: 'ReattributionReportedRefused';
  data: {
    readonly reattributionId: string;
    readonly candidacyId: string;
    readonly moves: readonly number[];
    readonly refused: string;
  };
};

export const REATTRIBUTION_SETTLEMENTS = ['tried-again', 'reversed', 'recorded-otherwise'] as const;
export const REATTRIBUTION_SETTLED_REASONS = ['cause-removed', 'decided-in-error'] as const;
export type ReattributionSettled = {
  type: 'ReattributionSettled';
  data: {
    readonly reattributionId: string;
    readonly candidacyId: string;
    readonly settlement: (typeof REATTRIBUTION_SETTLEMENTS)[number];
    readonly reversedBy: string | null;
    readonly reason: Reason<(typeof REATTRIBUTION_SETTLED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type ReattributionEvent =
  ReattributionDecided | ReattributionMoveDecided | ReattributionReportedRefused | ReattributionSettled;

export const reattributionTypes: EventTypes<ReattributionEvent> = {
  ReattributionDecided: { version: 1 },
  ReattributionMoveDecided: { version: 1 },
  ReattributionReportedRefused: { version: 1 },
  ReattributionSettled: { version: 1 },
};
