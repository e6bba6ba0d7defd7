import type { Authority, FrameworkReference, Reason } from '@minutier/framework';
import type { EventTypes } from '@minutier/ledger';

export type LegacyBlockRegistered = {
  type: 'LegacyBlockRegistered';
  data: {
    readonly awardId: string;
    readonly framework: FrameworkReference;
    readonly block: string;
    readonly obtainedOn: string;
    readonly document: string;
    readonly authority: Authority;
  };
};

export const LEGACY_BLOCK_WITHDRAWAL_REASONS = ['recorded-in-error', 'document-false', 'source-annulled'] as const;
export type LegacyBlockWithdrawn = {
  type: 'LegacyBlockWithdrawn';
  data: {
    readonly awardId: string;
    readonly reason: Reason<(typeof LEGACY_BLOCK_WITHDRAWAL_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type AwardEvent = LegacyBlockRegistered | LegacyBlockWithdrawn;

export const awardTypes: EventTypes<AwardEvent> = {
  LegacyBlockRegistered: { version: 1 },
  LegacyBlockWithdrawn: { version: 1 },
};
