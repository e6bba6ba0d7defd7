import type { Authority, Reason } from '@minutier/framework';
import type { EventTypes } from '@minutier/ledger';

export const MERGE_REASONS = ['duplicate-entry', 'name-changed', 'import-duplicate'] as const;
export type PersonMergedInto = {
  type: 'PersonMergedInto';
  data: {
    readonly survivorId: string;
    readonly reason: Reason<(typeof MERGE_REASONS)[number]>;
    readonly authority: Authority;
    readonly evidence: string | null;
  };
};

export type PersonAbsorbed = { type: 'PersonAbsorbed'; data: { readonly absorbedId: string } };

export type AbsorptionRefused = {
  type: 'AbsorptionRefused';
  data: { readonly absorbedId: string; readonly refused: string };
};

export type MergeReportedRefused = {
  type: 'MergeReportedRefused';
  data: { readonly survivorId: string; readonly refused: string };
};

export const MERGE_UNDOING_REASONS = ['two-persons', 'merged-in-error'] as const;
export type MergeUndone = {
  type: 'MergeUndone';
  data: {
    readonly survivorId: string;
    readonly reason: Reason<(typeof MERGE_UNDOING_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type AbsorptionUndone = { type: 'AbsorptionUndone'; data: { readonly absorbedId: string } };

export type MergeEvent =
  PersonMergedInto | PersonAbsorbed | AbsorptionRefused | MergeReportedRefused | MergeUndone | AbsorptionUndone;

export const mergeTypes: EventTypes<MergeEvent> = {
  PersonMergedInto: { version: 1 },
  PersonAbsorbed: { version: 1 },
  AbsorptionRefused: { version: 1 },
  MergeReportedRefused: { version: 1 },
  MergeUndone: { version: 1 },
  AbsorptionUndone: { version: 1 },
};
