import type { Authority, Reason } from '@minutier/framework';
import type { EventTypes, KeyClass } from '@minutier/ledger';

export const KEPT_GROUNDS = ['legal-duty', 'legal-claims', 'retention-running'] as const;
export const ERASURE_BASES = ['request', 'retention-ended', 'court-order'] as const;

/** A class of data that an erasure leaves as it is, and why. */
export interface KeptClass {
  readonly class: KeyClass;
  readonly ground: (typeof KEPT_GROUNDS)[number];
}

export type ErasureDecided = {
  type: 'ErasureDecided';
  data: {
    readonly erasureId: string;
    readonly requestId: string | null;
    readonly classes: readonly KeyClass[];
    readonly kept: readonly KeptClass[];
    readonly basis: (typeof ERASURE_BASES)[number];
    readonly approvedBy: string;
    readonly authority: Authority;
  };
};

export type KeysDestroyed = {
  type: 'KeysDestroyed';
  data: {
    readonly erasureId: string;
    /** One per class, in the order of the classes. */
    readonly keyIds: readonly string[];
    readonly classes: readonly KeyClass[];
  };
};

export const HOLD_REASONS = ['dispute', 'control', 'court-order'] as const;
export type LegalHoldPlaced = {
  type: 'LegalHoldPlaced';
  data: {
    readonly legalHoldId: string;
    readonly classes: readonly KeyClass[];
    readonly until: string | null;
    readonly reason: Reason<(typeof HOLD_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const HOLD_LIFTING_REASONS = ['dispute-ended', 'control-ended', 'placed-in-error'] as const;
export type LegalHoldLifted = {
  type: 'LegalHoldLifted';
  data: {
    readonly legalHoldId: string;
    readonly reason: Reason<(typeof HOLD_LIFTING_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type ErasureEvent = ErasureDecided | KeysDestroyed | LegalHoldPlaced | LegalHoldLifted;

export const erasureTypes: EventTypes<ErasureEvent> = {
  ErasureDecided: { version: 1 },
  KeysDestroyed: { version: 1 },
  LegalHoldPlaced: { version: 1 },
  LegalHoldLifted: { version: 1 },
};
