import type { Exercise, Outcome, Result } from '@minutier/candidacy';
import type { Authority, Reason, RulesReference } from '@minutier/framework';
import type { EventTypes, KeyedDigest, Sealed } from '@minutier/ledger';

/** Kinds whose own facts are the same for a whole sheet, or stand in its lines. */
export const SHEET_KINDS = ['case-study', 'role-play', 'exercises'] as const;

export type MarkSheetAccepted = {
  type: 'MarkSheetAccepted';
  data: {
    readonly markSheetId: string;
    readonly cohortId: string;
    readonly kind: (typeof SHEET_KINDS)[number];
    readonly modality: string;
    readonly occurrence: number;
    readonly centreId: string | null;
    readonly heldOn: string;
    readonly sittingId: string | null;
    readonly written: boolean;
    readonly oral: boolean;
    readonly language: string;
    readonly taskCode: string;
    readonly partners: readonly string[];
    readonly byAnonymityNumber: boolean;
    readonly file: {
      readonly digest: KeyedDigest;
      readonly format: string;
      readonly place: string | null;
    } | null;
    readonly lineCount: number;
    readonly rules: RulesReference;
  };
};

export type SheetLineAccepted = {
  type: 'SheetLineAccepted';
  data: {
    readonly markSheetId: string;
    readonly line: number;
    readonly candidacyId: string;
    readonly anonymityNumber: string | null;
    readonly session: number;
    readonly attempt: number;
    readonly outcome: Outcome;
    readonly assessors: readonly {
      readonly assessorId: string;
      readonly result: Result | null;
    }[];
    readonly agreedBy: 'single' | 'agreement' | 'mean' | null;
    readonly exercises: readonly Exercise[];
    readonly accommodationIds: readonly string[];
    readonly appreciation: Sealed | null;
  };
};

export type SheetLineReportedRefused = {
  type: 'SheetLineReportedRefused';
  data: {
    readonly markSheetId: string;
    readonly line: number;
    readonly candidacyId: string;
    readonly refused: string;
  };
};

export const SHEET_LINE_SETTLED_REASONS = [
  'cause-removed',
  'already-recorded',
  'keyed-on-wrong-candidate',
  'not-a-candidate',
] as const;
export type SheetLineSettled = {
  type: 'SheetLineSettled';
  data: {
    readonly markSheetId: string;
    readonly line: number;
    readonly candidacyId: string;
    readonly settlement: 'tried-again' | 'recorded-otherwise' | 'dropped';
    readonly eventId: string | null;
    readonly reason: Reason<(typeof SHEET_LINE_SETTLED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const MARK_SHEET_VOIDED_REASONS = ['wrong-file', 'wrong-modality', 'irregular'] as const;
export type MarkSheetVoided = {
  type: 'MarkSheetVoided';
  data: {
    readonly reason: Reason<(typeof MARK_SHEET_VOIDED_REASONS)[number]>;
    readonly authority: Authority;
    readonly lineCount: number;
  };
};

export type SheetLineVoided = {
  type: 'SheetLineVoided';
  data: {
    readonly markSheetId: string;
    readonly line: number;
    readonly candidacyId: string;
  };
};

export type MarkSheetVoidingReportedRefused = {
  type: 'MarkSheetVoidingReportedRefused';
  data: {
    readonly markSheetId: string;
    readonly line: number;
    readonly candidacyId: string;
    readonly refused: string;
  };
};

export type MarkSheetEvent =
  | MarkSheetAccepted
  | SheetLineAccepted
  | SheetLineReportedRefused
  | SheetLineSettled
  | MarkSheetVoided
  | SheetLineVoided
  | MarkSheetVoidingReportedRefused;

export const markSheetTypes: EventTypes<MarkSheetEvent> = {
  MarkSheetAccepted: { version: 1 },
  SheetLineAccepted: { version: 1 },
  SheetLineReportedRefused: { version: 1 },
  SheetLineSettled: { version: 1 },
  MarkSheetVoided: { version: 1 },
  SheetLineVoided: { version: 1 },
  MarkSheetVoidingReportedRefused: { version: 1 },
};
