import type { Authority, Reason } from '@minutier/framework';
import type { EventTypes } from '@minutier/ledger';
import type { Commitment } from '@minutier/vault';

import { type AwardEvent, awardTypes } from './award.events.js';
import { type ErasureEvent, erasureTypes } from './erasure.events.js';
import { type MergeEvent, mergeTypes } from './merge.events.js';
import { type RightsEvent, rightsTypes } from './rights.events.js';

export type IdentityRecorded = {
  type: 'IdentityRecorded';
  data: { readonly personId: string; readonly identityVersion: number; readonly commitment: Commitment };
};

export const IDENTITY_CORRECTION_REASONS = [
  'name-changed',
  'civil-status-changed',
  'typing-error',
  'birth-data-corrected',
] as const;
export type IdentityCorrected = {
  type: 'IdentityCorrected';
  data: {
    readonly identityVersion: number;
    readonly commitment: Commitment;
    readonly reason: Reason<(typeof IDENTITY_CORRECTION_REASONS)[number]>;
    readonly effectiveOn: string | null;
    readonly document: string | null;
    readonly authority: Authority;
  };
};

export type PersonEvent = IdentityRecorded | IdentityCorrected | AwardEvent | MergeEvent | ErasureEvent | RightsEvent;

export const personTypes: EventTypes<PersonEvent> = {
  IdentityRecorded: { version: 1 },
  IdentityCorrected: { version: 1 },
  ...awardTypes,
  ...mergeTypes,
  ...erasureTypes,
  ...rightsTypes,
};
